import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Release } from "../../domain/release/schema.ts";
import { released, type World } from "./released.ts";

const SCRIPT = new URL("../../scripts/check/recompute.mjs", import.meta.url).pathname;

/** What the script says of a release, and how it ends. */
function recomputed(release: Release): { status: number | null; said: string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT], {
    input: JSON.stringify(release),
    encoding: "utf8",
  });
  return { status, said: `${stdout}${stderr}`.trimEnd().split("\n") };
}

const CLOSED = { every: "close", turn: 1, weeks: 4 } as const;
const WEEKLY = { every: "week", turn: 2, weeks: 4 } as const;
const LAST_OF_FOUR = { every: "week", turn: 4, weeks: 4 } as const;
const DEMONSTRATION = { every: "demonstration", turn: 3, weeks: 9 } as const;

const WORLDS: [string, Omit<World, "seed">][] = [
  ["nobody", { ...CLOSED, ballots: 0, experts: 0 }],
  ["9, two exact experts", { ...LAST_OF_FOUR, ballots: 9, experts: 2, exact: true }],
  ["12, four exact experts", { ...CLOSED, ballots: 12, experts: 4, exact: true }],
  ["30, before groups are told", { ...WEEKLY, ballots: 30, experts: 14, exact: true }],
  ["60, protected experts", { ...CLOSED, ballots: 60, experts: 40 }],
  ["500 with groups, a demonstration", { ...DEMONSTRATION, ballots: 500, experts: 24 }],
  ["500 at risk", { ...CLOSED, ballots: 500, experts: 60, disclosure: "at-risk" }],
  ["100,000 with groups", { ...LAST_OF_FOUR, ballots: 100_000, experts: 300 }],
];

describe("the script recomputes every figure of a release of", () => {
  test.each(WORLDS.map(([name, world], index) => ({ name, world, seed: index + 1 })))(
    "$name",
    ({ world, seed }) => {
      const { status, said } = recomputed(released({ ...world, seed }));
      expect(said).toEqual([expect.stringMatching(/^\d{3,} figures agree$/)]);
      expect(status).toBe(0);
    },
  );
});

/** Another value of the same kind. */
function changed(value: unknown): unknown {
  if (Array.isArray(value)) return [changed(value[0]), ...value.slice(1)];
  if (typeof value === "number") return value + 0.01;
  if (typeof value === "boolean") return !value;
  return value === null ? 1 : `not ${String(value)}`;
}

test("the script names each kind of figure of which one is changed", () => {
  const release = released({ ...CLOSED, ballots: 500, experts: 40, exact: true, seed: 5 });
  const [one] = release.recommendations;
  const segment = release.segments.find(({ recommendations }) => recommendations[0]!.mean !== null);
  const places: [string, Record<string, unknown>][] = [
    ["recommendations/0/panels/public", one!.panels.public],
    ["recommendations/0/panels/expert", one!.panels.expert],
    ["recommendations/0/panels/public/spread", one!.panels.public.spread!],
    ["recommendations/0/gap", one!.gap!],
    ["recommendations/0", { consensus: one!.consensus }],
    ["ballots", release.ballots],
    ["ranked", release.ranked],
    [`segments/${release.segments.indexOf(segment!)}`, segment!],
    [
      `segments/${release.segments.indexOf(segment!)}/recommendations/0`,
      segment!.recommendations[0]!,
    ],
  ];
  // What was measured is not recomputed, and what stands beside figures is none.
  const given =
    /^(measured|firstMeasured|code|addressee|hidden|question|option|participation|madeIn|recommendations)$/;
  const found = places.flatMap(([place, figures]) =>
    Object.keys(figures)
      .filter((name) => !given.test(name))
      .map((name) => `/${place}/${name}`),
  );
  const all = structuredClone(release);
  for (const path of found) {
    const steps = path.split("/").slice(1);
    const last = steps.pop()!;
    let at = all as unknown as Record<string, unknown>;
    for (const step of steps) at = at[step] as Record<string, unknown>;
    // Of what has parts of its own only those are changed.
    if (last !== "spread") at[last] = changed(at[last]);
  }
  const { status, said } = recomputed(all);
  expect(status).toBe(1);
  const named = said.map((line) => line.split(":")[0]!.replace(/\/[01]$/, ""));
  const wanted = found.filter((path) => !path.endsWith("/spread"));
  expect(named.toSorted()).toEqual(wanted.toSorted());
  expect(wanted.length).toBeGreaterThan(50);
});

test("the script finds a measured count, or a deviation, that its figures are not made of", () => {
  const release = released({ ...CLOSED, ballots: 60, experts: 12, exact: true, seed: 9 });
  const moved = structuredClone(release);
  moved.recommendations[3]!.panels.public.measured[4]! += 1;
  expect(recomputed(moved).status).toBe(1);
  const smaller = structuredClone(release);
  smaller.rules.protection.ratings.public = 1;
  expect(recomputed(smaller).status).toBe(1);
});

test("the script reads no release that does not say what was measured", () => {
  const release = released({ ...CLOSED, ballots: 12, experts: 0, seed: 2 });
  expect(recomputed({ ...release, method: 1 }).status).toBe(2);
});

test("the script has at most 150 lines, and needs nothing but Node", () => {
  const text = readFileSync(SCRIPT, "utf8");
  expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(150);
  expect([...text.matchAll(/import\("([^"]*)"\)/g)].map(([, name]) => name)).toEqual(["node:fs"]);
  expect(text).not.toMatch(/ from "|require/);
});
