import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Release } from "../../domain/release/schema.ts";
import { expectTool } from "../support/tools.ts";
import { released, type World } from "./released.ts";

const python = await expectTool("Python", "whether recompute_flags.py makes the same figures");
const SCRIPTS = [
  ["recompute-flags.mjs", process.execPath],
  ...(python === undefined ? [] : [["recompute_flags.py", python] as const]),
] as const;

const folder = mkdtempSync(join(tmpdir(), "kenes-flags-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What each script says of a release, and how it ends. */
function recomputed(release: Release) {
  const file = join(folder, "release.json");
  writeFileSync(file, JSON.stringify(release));
  return SCRIPTS.map(([script, program]) => {
    const path = new URL(`../../scripts/check/${script}`, import.meta.url).pathname;
    const { status, stdout, stderr } = spawnSync(program, [path, file], { encoding: "utf8" });
    return { script, status, said: `${stdout}${stderr}`.trimEnd().split("\n") };
  });
}

const CLOSED = { every: "close", turn: 1, weeks: 4, flags: 10, experts: 10 } as const;
const WORLDS: [string, Omit<World, "seed">][] = [
  ["nobody", { ...CLOSED, ballots: 0 }],
  ["200, where noise is more than what is left", { ...CLOSED, ballots: 200 }],
  ["3,000, nearly all of them flagged", { ...CLOSED, ballots: 3_000, flagged: 1 }],
  [
    "8,000 in a demonstration, few of them flagged",
    { ...CLOSED, ballots: 8_000, flagged: 80, every: "demonstration", turn: 3 },
  ],
];

describe("both scripts make every figure of flagged ballots again, of", () => {
  test.each(WORLDS.map(([name, world], index) => ({ name, world, seed: index + 1 })))(
    "$name",
    ({ world, seed }) => {
      for (const { script, status, said } of recomputed(released({ ...world, seed }))) {
        expect(said, script).toEqual([expect.stringMatching(/^\d{3} figures agree$/)]);
        expect(status, script).toBe(0);
      }
    },
  );
});

test("both scripts name each kind of figure of which one is changed, and a count that is", () => {
  const release = released({ ...CLOSED, ballots: 8_000, seed: 5 });
  const flags = release.flags!;
  expect(flags.difference.verdict).toBe("depends-on-flagged");
  const changes: [string, (all: NonNullable<Release["flags"]>) => void][] = [
    ["/flags/ballots", (all) => (all.ballots! += 1)],
    ["/flags/deviation/ballots", (all) => (all.deviation.ballots += 1)],
    ["/flags/flagged/share", (all) => (all.flagged.share! += 0.01)],
    ["/flags/counts/burst/interval/0", (all) => (all.counts.burst.interval![0] -= 0.01)],
    ["/flags/counts/clones/share", (all) => (all.counts.clones.measured! += 500)],
    ["/flags/ranked/without", (all) => (all.ranked.without -= 1)],
    ["/flags/recommendations/0/with/mean", (all) => (all.recommendations[0]!.with.mean! += 0.01)],
    [
      "/flags/recommendations/1/without/rank",
      (all) => (all.recommendations[1]!.without.rank! += 1),
    ],
    ["/flags/recommendations/2/change", (all) => (all.recommendations[2]!.change! += 0.01)],
    ["/flags/recommendations/3/clear", (all) => (all.recommendations[3]!.clear = null)],
    ["/flags/difference/verdict", (all) => (all.difference.verdict = "no-clear-difference")],
    ["/flags/difference/ranksChanged", (all) => (all.difference.ranksChanged! += 1)],
    ["/flags/difference/greatest/change", (all) => (all.difference.greatest!.change += 0.01)],
    ["/flags/difference/moved", (all) => all.difference.moved.push("X")],
  ];
  const all = structuredClone(release);
  for (const [, change] of changes) change(all.flags!);
  for (const { script, status, said } of recomputed(all)) {
    expect(status, script).toBe(1);
    const named = said.map((line) => line.slice(0, line.indexOf(":")));
    for (const [path] of changes) expect(named, script).toContain(path);
  }
  const counts = structuredClone(release);
  counts.flags!.recommendations[4]!.flagged[0]! += 900;
  for (const { script, said } of recomputed(counts)) {
    expect(said.join("\n"), script).toContain("/flags/recommendations/4/without/mean");
  }
});
