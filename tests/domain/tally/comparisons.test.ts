import { hash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BallotContent } from "../../../domain/ballot.ts";
import type { Consultation } from "../../../domain/consultation.ts";
import { BINS } from "../../../domain/rating.ts";
import { PAIR_SUMS, pairCount, pairPlace } from "../../../domain/tally/cell.ts";
import { foldState } from "../../../domain/tally/fold.ts";
import { countingPlan } from "../../../domain/tally/plan.ts";
import { emptyTally, type Tally } from "../../../domain/tally/tally.ts";

const codes = ["W1", "W2", "K1", "K2"];
const plan = countingPlan({
  recommendations: codes.map((code) => ({ code }) as Consultation["recommendations"][0]),
  about: [
    { code: "region", options: [{ code: "north" }, { code: "south" }] },
    { code: "age", options: [{ code: "young" }, { code: "old" }] },
  ] as Consultation["about"],
});

const content: fc.Arbitrary<BallotContent> = fc.record({
  panel: fc.constantFrom("public" as const, "expert" as const),
  language: fc.constant("kk" as const),
  ratings: fc
    .array(fc.constantFrom(...BINS), { minLength: 4, maxLength: 4 })
    .map((bins) => bins.join("")),
  about: fc.record(
    { region: fc.constantFrom("north", "south", "prefer-not-to-say"), age: fc.constantFrom("old") },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Record<string, string>>,
  first: fc.subarray(codes, { maxLength: 3 }),
  positions: fc.constantFrom<string[]>([], codes, codes.toReversed()),
});
const contents = fc.array(content, { maxLength: 40 });

function tallyOf(all: readonly BallotContent[]): Tally {
  const tally = emptyTally(plan);
  all.forEach((one, index) => {
    const ballot = { id: `b${index}`, revision: 1, key: (index * 91) % 256, content: one };
    foldState(tally, plan, ballot, 1, (text) => hash("sha256", text, "hex"));
  });
  return tally;
}

const point = ({ ratings }: BallotContent, place: number): number => Number(ratings[place]) || 0;
const count = <Thing>(all: readonly Thing[], holds: (one: Thing) => boolean) =>
  all.filter(holds).length;

describe("what a panel counts of how recommendations compare", () => {
  test("every pair has a place of its own", () => {
    const places = codes.flatMap((_, a) =>
      codes.slice(a + 1).map((_code, b) => pairPlace(codes.length, a, a + 1 + b)),
    );
    expect(places).toEqual(Array.from({ length: pairCount(codes.length) }, (_, place) => place));
  });

  test("the sums of each pair are those of the people who rated both", () => {
    fc.assert(
      fc.property(contents, (all) => {
        const own = all.filter(({ panel }) => panel === "public");
        const { pairs } = tallyOf(all).cells.public;
        codes.forEach((_, a) => {
          for (let b = a + 1; b < codes.length; b++) {
            const both = own.filter((one) => point(one, a) > 0 && point(one, b) > 0);
            const sum = (value: (one: BallotContent) => number) =>
              both.reduce((total, one) => total + value(one), 0);
            const place = pairPlace(codes.length, a, b) * PAIR_SUMS.length;
            expect([...pairs.subarray(place, place + PAIR_SUMS.length)]).toEqual([
              both.length,
              sum((one) => point(one, a)),
              sum((one) => point(one, b)),
              sum((one) => point(one, a) * point(one, b)),
              count(both, (one) => point(one, a) > point(one, b)),
              count(both, (one) => point(one, a) < point(one, b)),
            ]);
          }
        });
      }),
    );
  });

  test("first choices are counted alone, in pairs, and those who chose any", () => {
    fc.assert(
      fc.property(contents, (all) => {
        const { first, together, choosers } = tallyOf(all).cells.expert;
        const own = all.filter(({ panel }) => panel === "expert");
        expect(choosers).toBe(count(own, (one) => one.first.length > 0));
        codes.forEach((code, a) => {
          expect(first[a]).toBe(count(own, (one) => one.first.includes(code)));
          for (let b = a + 1; b < codes.length; b++) {
            expect(together[pairPlace(codes.length, a, b)]).toBe(
              count(own, (one) => one.first.includes(code) && one.first.includes(codes[b]!)),
            );
          }
        });
      }),
    );
  });

  test("points are counted by the position at which they were given", () => {
    const shown = { panel: "public", language: "kk", about: {}, first: [] } as const;
    const { positions } = tallyOf([
      { ...shown, first: [], ratings: "5n-1", positions: ["K2", "W1", "W2", "K1"] },
      { ...shown, first: [], ratings: "5555", positions: [] },
    ]).cells.public;
    expect([...positions].join("")).toBe("1000000001" + "0".repeat(10));
  });

  test("complete ballots of experts are counted by their mid-ranks and ties", () => {
    const expert = {
      panel: "expert" as const,
      language: "kk" as const,
      about: {},
      first: [],
      positions: [],
    };
    const complete = ["1233", "5111", "n555"].map((ratings) => ({ ...expert, ratings }));
    // Mid-ranks 1 2 3.5 3.5 and 4 2 2 2; ties 2³ − 2 and 3³ − 3; twice the rank sums.
    expect([...tallyOf(complete).cells.expert.complete]).toEqual([2, 30, 10, 8, 11, 11]);
  });
});

describe("segments", () => {
  test("of each question add up to the public, and hold no expert", () => {
    fc.assert(
      fc.property(contents, (all) => {
        const tally = tallyOf(all);
        for (const { code: question } of plan.groupings) {
          const own = plan.segments
            .filter((segment) => segment.question === question)
            .map(({ option }) => tally.segments[`${question}=${option}`]!);
          const sum = (value: (cell: (typeof own)[0]) => number) =>
            own.reduce((total, cell) => total + value(cell), 0);
          const { ballots, bins, first, keys, choosers } = tally.cells.public;
          expect(sum((cell) => cell.ballots)).toBe(ballots);
          expect(sum((cell) => cell.choosers)).toBe(choosers);
          expect([...bins].map((_, bin) => sum((cell) => cell.bins[bin]!))).toEqual([...bins]);
          expect([...first].map((_, bin) => sum((cell) => cell.first[bin]!))).toEqual([...first]);
          expect([...keys].map((_, bin) => sum((cell) => cell.keys[bin]!) % 256)).toEqual([
            ...keys,
          ]);
        }
      }),
    );
  });

  test("put those who prefer not to say with those who left the question out", () => {
    const one = { panel: "public", language: "kk", first: [], positions: [], ratings: "5555" };
    const tally = tallyOf([
      { ...one, about: {} },
      { ...one, about: { region: "prefer-not-to-say" } },
      { ...one, about: { region: "nowhere" } },
      { ...one, about: { region: "south" } },
    ] as unknown as BallotContent[]);
    expect(tally.segments["region=not-said"]!.ballots).toBe(3);
    expect(tally.segments["region=south"]!.ballots).toBe(1);
    expect(tally.segments["age=not-said"]!.ballots).toBe(4);
  });
});
