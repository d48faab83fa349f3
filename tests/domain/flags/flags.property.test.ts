import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BINS } from "../../../domain/ballot/rating.ts";
import { excessCopies } from "../../../domain/flags/clones.ts";
import { emptyFlagCounts, foldFlags } from "../../../domain/flags/counts.ts";
import { FLAGGING } from "../../../domain/flags/rules.ts";
import type { CountedBallot } from "../../../domain/tally/fold.ts";
import { foldPacked } from "../../../domain/tally/fold.ts";
import { addresseesOf } from "./crowd.ts";

/*
 * What one ballot may change of all that is told of flagged ballots: the proof of decision 043 as a test. Rows are few and
 * thresholds small, so that copies are often at the very threshold.
 */

const MANY = 14;
const rows = [
  "15243152431524",
  "51423514235142",
  "15243152431n-4",
  "33333333333333",
  "5432154321----",
];
const rules = { ...FLAGGING.clones, least: 2, times: 1, oneIn: 1_000 };
const published = {
  ballots: 40,
  histograms: Array.from({ length: MANY }, () => [4, 4, 24, 4, 4]),
  addressees: addresseesOf(rows[0]!),
};

interface Sent {
  row: number;
  seen: string;
  expert: boolean;
}
const sent: fc.Arbitrary<Sent> = fc.record({
  row: fc.nat({ max: rows.length - 1 }),
  seen: fc.constantFrom("", "", "", "b", "f", "bf"),
  expert: fc.constant(false),
});

/** Everything that is told, without noise: the table of flagged ballots, then the counts by flag. */
function told(ballots: readonly Sent[], final = true): number[] {
  const counts = emptyFlagCounts(MANY);
  for (const [index, { row, seen, expert }] of ballots.entries()) {
    const content = {
      panel: expert ? ("expert" as const) : ("public" as const),
      language: "en",
      ratings: rows[row]!,
      about: {},
      first: [],
      positions: [],
    };
    const state: CountedBallot = { id: String(index), revision: 1, content, seen };
    foldFlags(counts, state, final);
  }
  const bins = counts.bins.slice();
  let clones = 0;
  for (const [row, beyond] of excessCopies(counts.rows, published, rules)) {
    foldPacked(bins, row, beyond);
    clones += beyond;
  }
  return [...bins, counts.burst, counts.fast, clones, counts.straight];
}

const differences = (one: readonly number[], other: readonly number[]) =>
  one.map((count, place) => count - other[place]!);
const squares = (all: readonly number[]) => all.reduce((sum, one) => sum + one * one, 0);
/** What of a difference is in the table, by recommendation. */
const byRow = (difference: readonly number[]) =>
  Array.from({ length: MANY }, (_, at) =>
    difference.slice(at * BINS.length, (at + 1) * BINS.length),
  );

const crowd = fc.array(sent, { maxLength: 25 });

describe("what is told of flagged ballots changes", () => {
  test("by one contribution a recommendation and one a flag at most, when a ballot is added or taken away", () => {
    fc.assert(
      fc.property(crowd, sent, (others, one) => {
        const difference = differences(told([...others, one]), told(others));
        for (const row of byRow(difference)) {
          expect(squares(row)).toBeLessThanOrEqual(1);
          expect(Math.min(...row)).toBeGreaterThanOrEqual(0);
        }
        expect(squares(difference)).toBeLessThanOrEqual(MANY + 4);
        // All of it is that ballot's own row, whoever's copies are beyond the threshold.
        const own = emptyFlagCounts(MANY).bins;
        foldPacked(own, rows[one.row]!, 1);
        const table = difference.slice(0, MANY * BINS.length);
        expect([Array.from(own), table.map(() => 0)]).toContainEqual(table);
      }),
      { numRuns: 700 },
    );
  });

  test("by two at most when a ballot is changed to another, whatever was seen of it", () => {
    let most = 0;
    fc.assert(
      fc.property(crowd, sent, sent, (others, one, other) => {
        const difference = differences(told([...others, one]), told([...others, other]));
        for (const row of byRow(difference)) expect(squares(row)).toBeLessThanOrEqual(2);
        expect(squares(difference)).toBeLessThanOrEqual(2 * (MANY + 4));
        most = Math.max(most, squares(difference));
      }),
      { numRuns: 700 },
    );
    // One rating does bring a whole ballot in and out: a bound of 2, as tables of groups have, would be wrong.
    expect(most).toBeGreaterThan(MANY);
  });

  test("by nothing where it is an expert's", () => {
    fc.assert(
      fc.property(crowd, sent, (others, one) => {
        expect(told([...others, { ...one, expert: true }])).toEqual(told(others));
      }),
    );
  });

  test("by nothing with the order in which ballots are read", () => {
    fc.assert(
      fc.property(crowd, (all) => {
        expect(told(all.toReversed())).toEqual(told(all));
      }),
    );
  });
});
