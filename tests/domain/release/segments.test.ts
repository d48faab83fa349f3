import { describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation.ts";
import { SEGMENT_COLUMNS, segmentRows } from "../../../domain/export/segments-table.ts";
import { POLICIES } from "../../../domain/disclosure/policy.ts";
import { type KeptRelease, nextRelease } from "../../../domain/release/release.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { foldState } from "../../../domain/tally/fold.ts";
import { countingPlan } from "../../../domain/tally/plan.ts";
import { emptyTally, type Tally } from "../../../domain/tally/tally.ts";
import { minutesLater, START } from "../counted.ts";
import { definition } from "../definition.ts";

const whole = definition();
const consultation: Consultation = {
  ...whole,
  recommendations: whole.recommendations.slice(0, 2),
  about: [
    {
      ...whole.about[0]!,
      options: ["north", "south", "east", "west"].map((code) => ({
        code,
        label: { en: code, ru: code, kk: code },
      })),
    },
  ],
};
const plan = countingPlan(consultation);

/** So many ballots from each region, all changed once; a tenth of each says 3, the others 4 and 5. */
function tallyOf(regions: Record<string, number>, skipping: Record<string, number> = {}): Tally {
  const tally = emptyTally(plan);
  let sent = 0;
  for (const [region, ballots] of Object.entries(regions)) {
    for (let ballot = 0; ballot < ballots; ballot++, sent++) {
      const point = ballot % 10 === 0 ? "3" : String(4 + (ballot % 2));
      const second = ballot < (skipping[region] ?? 0) ? "-" : point;
      const content = {
        panel: "public" as const,
        language: "kk" as const,
        ratings: point + second,
        about: (region === "not-said" ? {} : { region }) as Record<string, string>,
        first: [],
        positions: [],
      };
      // A key whose noise is none, whatever the sum of so many of them.
      foldState(tally, plan, { id: String(sent), revision: 1, key: 0, content }, 1, () => "0");
    }
  }
  for (const cell of [tally.cells.public, ...Object.values(tally.segments)]) {
    cell.changed.fill(cell.ballots);
    // Keys whose noise is none.
    cell.keys.fill(0);
    cell.keys.fill(128);
  }
  return tally;
}

function release(tally: Tally, previous?: KeptRelease, minutes = 0): KeptRelease {
  const decision = nextRelease({
    definition: consultation,
    tally,
    previous,
    simulated: false,
    at: minutes === 0 ? START : minutesLater(minutes),
    countedUntil: undefined,
  });
  if ("wait" in decision) throw new Error(decision.wait);
  return { ...decision, hash: String(decision.release.release) };
}

const shown = ({ segments }: Release): Record<string, number | null> =>
  Object.fromEntries(segments.map(({ option, ballots }) => [option, ballots]));

describe("segments", () => {
  test("are those of the definition, in its order, with those who did not say", () => {
    const { segments } = release(tallyOf({ north: 80, south: 60 })).release;
    expect(segments.map(({ question, option }) => `${question} ${option}`)).toEqual(
      ["north", "south", "east", "west", "not-said"].map((option) => `region ${option}`),
    );
  });

  test("tell how many, and of each recommendation the mean with its interval, rank and high share", () => {
    const [north] = release(tallyOf({ north: 80, south: 60 })).release.segments;
    expect(north).toMatchObject({ ballots: 80, madeIn: 1, hidden: {} });
    expect(north!.recommendations[0]).toEqual({
      code: "W1",
      rated: 80,
      mean: 4.4,
      interval: [4.2, 4.5],
      rank: 1,
      highShare: 0.88,
      hidden: {},
    });
  });

  test("are a table of their own, hidden figures empty and with their reason", () => {
    const rows = segmentRows(release(tallyOf({ north: 80, south: 60, east: 7 })).release);
    expect(rows).toHaveLength(5 * 2);
    const [first] = rows;
    const cell = (row: (typeof rows)[0], column: (typeof SEGMENT_COLUMNS)[number]) =>
      row[SEGMENT_COLUMNS.indexOf(column)];
    expect(cell(first!, "option")).toBe("north");
    expect(cell(first!, "mean")).toBe(4.4);
    const east = rows.find((row) => cell(row, "option") === "east")!;
    expect(cell(east, "ballots")).toBe("");
    expect(cell(east, "hidden")).toContain("mean=small-group");
    for (const row of rows) expect(row).toHaveLength(SEGMENT_COLUMNS.length);
  });

  test("that are small are hidden, and one beside them, without saying which is which", () => {
    const { segments } = release(
      tallyOf({ north: 80, south: 60, east: 7, west: 30, "not-said": 200 }),
    ).release;
    const hidden = segments.filter(({ madeIn }) => madeIn === null);
    expect(hidden.map(({ option }) => option)).toEqual(["east", "west"]);
    const [small, beside] = hidden.map(({ option: _option, ...rest }) => JSON.stringify(rest));
    expect(small).toBe(beside);
    expect(hidden[0]!.hidden).toEqual({ ballots: "small-group" });
  });

  test("are hidden for one recommendation when too few of them rated it, and one beside them", () => {
    const { segments } = release(
      tallyOf({ north: 80, south: 60, west: 70, "not-said": 90 }, { south: 53 }),
    ).release;
    const rated = segments.map(({ recommendations }) => recommendations.map((one) => one.rated));
    expect(rated).toEqual([
      [80, 80],
      [60, null],
      [null, null],
      [70, null],
      [90, 90],
    ]);
    expect(segments[1]!.recommendations[1]!.hidden["mean"]).toBe("small-group");
  });

  test("are made anew only when enough of their own ballots changed", () => {
    const first = release(tallyOf({ north: 80, south: 60 }));
    const second = release(tallyOf({ north: 95, south: 65 }), first, 15);
    expect(shown(second.release)).toMatchObject({ north: 95, south: 60 });
    expect(second.release.segments.map(({ madeIn }) => madeIn)).toEqual([2, 1, null, null, null]);
    const third = release(tallyOf({ north: 95, south: 75 }), second, 30);
    expect(shown(third.release)).toMatchObject({ north: 95, south: 75 });
  });

  test("that were shown are hidden again when one beside them has become small", () => {
    const before = release(tallyOf({ north: 80, south: 60, west: 40 }));
    const after = release(tallyOf({ north: 200, south: 60, west: 40, east: 3 }), before, 15);
    expect(shown(after.release)).toMatchObject({ north: 200, south: 60, west: null, east: null });
    expect(after.basis.segments).not.toHaveProperty("region=west");
  });

  test("carry noise below fifty ballots, from fifty on none", () => {
    const tally = tallyOf({ north: 30, south: 60, west: 60 });
    for (const key of ["region=north", "region=south"]) tally.segments[key]!.keys.fill(1);
    const { segments } = release(tally).release;
    // Sums of keys: 7 × 1 for the ballots (noise −4), 5 × 1 for the ratings (−4).
    expect(segments[0]).toMatchObject({ ballots: 25 });
    expect(segments[0]!.recommendations[0]!.rated).toBe(25);
    expect(segments[1]).toMatchObject({ ballots: 60 });
  });

  test("of a consultation among people at risk are hidden until it is closed", () => {
    const atRisk: Consultation = {
      ...consultation,
      disclosure: "at-risk",
      release: { minChanged: 50, minMinutes: 1440 },
      closesAt: "2026-12-31T18:00:00Z",
    };
    const make = (at: string) =>
      nextRelease({
        definition: atRisk,
        tally: tallyOf({ north: 180, south: 160 }),
        previous: undefined,
        simulated: false,
        at: new Date(at),
        countedUntil: new Date(at),
      });
    const open = make("2026-12-01T00:00:00Z");
    const final = make("2027-01-01T00:00:00Z");
    if ("wait" in open || "wait" in final) throw new Error("a release is due");
    expect(new Set(open.release.segments.map(({ hidden }) => hidden["ballots"]))).toEqual(
      new Set(["after-close"]),
    );
    expect(shown(final.release)).toMatchObject({ north: 180, south: 160 });
    expect(POLICIES["at-risk"].liveSegments).toBe(false);
  });
});
