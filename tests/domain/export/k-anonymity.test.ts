import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { combinationCounter } from "../../../domain/export/combinations.ts";
import {
  type Combinations,
  combinationKey,
  FEWEST_ALIKE,
  type Kept,
  keptValues,
  MERGED,
  toldValue,
  WITHHELD,
} from "../../../domain/export/k-anonymity.ts";

type Row = readonly string[];

const counted = (rows: readonly Row[]): Combinations => {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = combinationKey(row);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};
const decided = (rows: readonly Row[], columns = rows[0]?.length ?? 0): Kept[] =>
  keptValues(counted(rows), columns);
const told = (rows: readonly Row[], kept: readonly Kept[]): Row[] =>
  rows.map((row) => row.map((value, place) => toldValue(kept[place]!, value)));
/** How many rows say something of their persons that fewer than five say. */
const rare = (rows: readonly Row[]): number => {
  const counts = counted(rows);
  return rows.filter((row) => counts.get(combinationKey(row))! < FEWEST_ALIKE).length;
};

/** Any population: columns with some options each, of which some are far more frequent than others. */
const population = fc
  .record({
    widths: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
    draws: fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6 }), {
      minLength: FEWEST_ALIKE,
      maxLength: 300,
    }),
    skew: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ widths, draws, skew }) =>
    draws.map((draw) =>
      widths.map((width, place) => `o${Math.floor(draw[place % 6]! ** skew * width * 0.999)}`),
    ),
  );

describe("what is told of persons", () => {
  test("is said by at least five ballots, whoever they are", () => {
    fc.assert(
      fc.property(population, (rows) => {
        expect(rare(told(rows, decided(rows)))).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test("is the same in whatever order the ballots are read", () => {
    fc.assert(
      fc.property(population, fc.nat(), (rows, turn) => {
        const at = turn % rows.length;
        const turned = [...rows.slice(at), ...rows.slice(0, at)].toReversed();
        expect(decided(turned)).toEqual(decided(rows));
      }),
      { numRuns: 100 },
    );
  });

  test("cannot be told any finer in any one column", () => {
    const rows = people(612);
    const kept = decided(rows);
    const values = kept.map((_, place) => [...new Set(rows.map((row) => row[place]!))]);
    kept.forEach((some, place) => {
      const gone = values[place]!.filter((value) => !some.includes(value));
      if (gone.length === 0) return;
      expect(rare(told(rows, kept.with(place, values[place]!)))).toBeGreaterThan(0);
    });
  });

  test("is everything where five say everything alike, and nothing of fewer than five", () => {
    const alike = Array.from({ length: 10 }, (_, n) => [n < 5 ? "north" : "south", "kk"]);
    expect(told(alike, decided(alike))).toEqual(alike);
    for (let few = 1; few < FEWEST_ALIKE; few++) {
      expect(decided(alike.slice(0, few))).toEqual([[], []]);
    }
    expect(keptValues(new Map(), 2)).toEqual([[], []]);
  });

  test("merges the rare options of a question before it gives up the whole of it", () => {
    const rows = [
      ...Array.from({ length: 40 }, () => ["north"]),
      ...Array.from({ length: 30 }, () => ["south"]),
      ...["east", "west", "centre", "abroad", "not-said", "not-said"].map((one) => [one]),
    ];
    const kept = decided(rows);
    expect(kept).toEqual([["north", "south", MERGED]]);
    expect(told([["west"], ["not-said"], ["south"]], kept)).toEqual([
      [MERGED],
      [MERGED],
      ["south"],
    ]);
    expect(told([["west"]], [[]])).toEqual([[WITHHELD]]);
  });
});

/** People as they answer: a region of 20, an age of 6, a language of 3, one of 4 channels; some say nothing. */
function people(count: number): Row[] {
  let state = 20_261_128;
  const chance = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const one = (name: string, options: number) =>
    chance() < 0.1 ? "not-said" : `${name}-${Math.floor(chance() ** 1.5 * options)}`;
  return Array.from({ length: count }, () => [
    one("region", 20),
    one("age", 6),
    `language-${Math.floor(chance() ** 1.5 * 3)}`,
    one("channel", 4),
  ]);
}

test("of 612 people most stand alone with what they were asked; in what is told nobody does", () => {
  const rows = people(612);
  const counts = counted(rows);
  const alone = rows.filter((row) => counts.get(combinationKey(row)) === 1).length;
  expect(alone).toBeGreaterThan(300);
  const shown = told(rows, decided(rows));
  expect(rare(shown)).toBe(0);
  // And something is left to analyse by.
  expect(new Set(shown.map(combinationKey)).size).toBeGreaterThan(20);
});

describe("counting combinations", () => {
  const all = Array.from({ length: 2_000 }, (_, n) => [`a${n % 40}`, `b${n % 3}`, `c${n % 50}`]);

  test("leaves out the widest columns where there are too many, in whatever order", () => {
    for (const rows of [all, all.toReversed()]) {
      const counter = combinationCounter([40, 3, 50], 100);
      for (const row of rows) counter.add(row);
      expect([...counter.leftOut()]).toEqual([2, 0]);
      expect(counter.counted().size).toBe(3);
      const sum = [...counter.counted().values()].reduce((one, other) => one + other, 0);
      expect(sum).toBe(2_000);
    }
    const counter = combinationCounter([40, 3, 50], 600);
    for (const row of all) counter.add(row);
    expect([...counter.leftOut()]).toEqual([]);
  });

  test("decides on as many as are held within seconds", () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 50_000; n++) {
      counts.set(`r${n % 20} a${n % 7} l${n % 3} c${n % 13} w${n % 11}`, 1 + (n % 9));
    }
    expect(keptValues(counts, 5).some((kept) => kept.length > 0)).toBe(true);
  });
});
