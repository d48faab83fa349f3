import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BallotContent, canonicalContent } from "../../../domain/ballot/ballot.ts";
import type { Cell } from "../../../domain/tally/cell.ts";
import {
  type BallotState,
  type CountedBallot,
  emptyMilestone,
  foldMilestone,
  foldState,
} from "../../../domain/tally/fold.ts";
import { setHashText } from "../../../domain/tally/set-hash.ts";
import type { Tally } from "../../../domain/tally/tally.ts";
import { counted, digest, empty, plan, state } from "./arbitrary-state.ts";

const states = fc.array(state, { maxLength: 20 });

function fold(into: Tally, all: readonly BallotState[], sign: 1 | -1 = 1): Tally {
  for (const one of all) foldState(into, plan, one, sign, digest);
  return into;
}

describe("counting a ballot", () => {
  test("puts each rating into its bin, and the first choices beside them", () => {
    const said = { ratings: "5n-", about: {}, first: ["K1", "X9"], positions: [] };
    const content = { panel: "expert" as const, language: "kk" as const, ...said };
    const tally = fold(empty(), [{ id: "aa", revision: 1, content }]);
    const { ballots, bins, first, choosers } = tally.cells.expert;
    expect([ballots, bins.join("")]).toEqual([1, "000010000000100000001"]);
    expect([...first, choosers]).toEqual([0, 0, 1, 1]);
    expect(tally.cells.public).toEqual(empty().cells.public);
    expect(setHashText(tally.setHash)).not.toBe("0".repeat(32));
  });

  test("leaves a withdrawn one and a missing one out, and an unreadable one aside", () => {
    const tally = fold(empty(), [undefined, "withdrawn", "unreadable", "unreadable"]);
    expect(tally).toEqual({ ...empty(), unreadable: 2 });
  });
});

describe("counting any ballots", () => {
  test("in and out again leaves everything as it was, set hash included", () => {
    fc.assert(
      fc.property(states, states, (there, passing) => {
        const before = fold(empty(), there);
        const after = fold(fold(structuredClone(before), passing), passing, -1);
        expect(after).toEqual(before);
      }),
    );
  });

  test("out first and in later leaves everything as it was too", () => {
    fc.assert(
      fc.property(states, (passing) => {
        expect(fold(fold(empty(), passing, -1), passing)).toEqual(empty());
      }),
    );
  });

  test("gives the same tally in any order", () => {
    const shuffled = states.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(fold(empty(), one)).toEqual(fold(empty(), other));
      }),
    );
  });

  test("gives another set hash for any other version of any ballot, though every count is the same", () => {
    const close = fc.tuple(counted, counted, fc.nat({ max: 5 }));
    fc.assert(
      fc.property(close, ([one, another, alike]) => {
        const { about, first, language, channel } = another.content;
        const parts = [{ about }, { first }, { language }, { channel }][alike];
        const other = parts
          ? { ...one, content: { ...one.content, ...parts } }
          : alike === 4
            ? { ...one, earlier: another.earlier }
            : another;
        const [a, b] = [fold(empty(), [one]), fold(empty(), [other])];
        expect(setHashText(a.setHash) === setHashText(b.setHash)).toBe(
          version(one) === version(other),
        );
      }),
    );
  });

  test("gives the same set hash in whatever order a store tells what was said of a person", () => {
    const said = (about: Record<string, string>) =>
      fold(empty(), [{ id: "aa", revision: 1, content: { ...PLAIN, about } }]).setHash;
    expect(said({ region: "north", age: "old", sex: "-" })).toEqual(
      said({ sex: "-", region: "north", age: "old" }),
    );
  });
});

/** All that any release counts of a version: not the order in which recommendations were shown. */
const version = ({ id, revision, content, earlier }: CountedBallot) =>
  JSON.stringify(
    [content, earlier ?? null].map(
      (one) => one && [canonicalContent({ ...one, positions: [] }), one.first.join()],
    ),
  ) + `${id} ${revision}`;

const PLAIN: BallotContent = {
  panel: "public",
  language: "kk",
  ratings: "5n-",
  about: {},
  first: [],
  positions: [],
};

describe("a ballot whose later versions wait for the last release", () => {
  const ballot: CountedBallot = {
    id: "aa",
    revision: 3,
    content: { ...PLAIN, panel: "expert", ratings: "111", first: ["W1"] },
    earlier: { ...PLAIN, ratings: "5n-", about: { region: "north" }, first: ["K1"] },
  };

  test("is counted as its earlier version by the tally", () => {
    const without = { ...ballot, content: ballot.earlier!, earlier: undefined };
    const tally = fold(empty(), [ballot]);
    expect({ ...tally, setHash: 0 }).toEqual({ ...fold(empty(), [without]), setHash: 0 });
    expect(tally.segments).toEqual({ "region=north": 1, "region=south": 0, "region=not-said": 0 });
    // All that is stored is in the set hash, or a later version could get lost unnoticed.
    expect(tally.setHash).not.toEqual(fold(empty(), [without]).setHash);
  });

  test("is counted so at a milestone, and as it stands in the last one", () => {
    const counts = (final: boolean) => {
      const made = emptyMilestone(plan);
      foldMilestone(made, plan, ballot, final);
      const { cells, segments } = made;
      const north = segments["region=north"]!;
      return [cells.public, cells.expert, north].map((one) => [
        one.ballots,
        one.bins.join(""),
        one.first.join(""),
        one.choosers,
      ]);
    };
    const [before, now, none] = ["000010000000100000001", "100000010000001000000", "0".repeat(21)];
    expect(counts(false)).toEqual([
      [1, before, "001", 1],
      [0, none, "000", 0],
      [1, before, "001", 1],
    ]);
    expect(counts(true)).toEqual([
      [0, none, "000", 0],
      [1, now, "100", 1],
      [0, none, "000", 0],
    ]);
  });
});

describe("a milestone", () => {
  test("counts what the tally counts, and in each grouping every ballot of the public once", () => {
    fc.assert(
      fc.property(states, (all) => {
        const tally = fold(empty(), all);
        const made = emptyMilestone(plan);
        for (const one of all) foldMilestone(made, plan, one, false);
        expect(made.cells).toEqual(tally.cells);
        const segments = Object.entries(made.segments).map(([key, { ballots }]) => [key, ballots]);
        expect(Object.fromEntries(segments)).toEqual(tally.segments);
        const sum = (value: (cell: Cell) => number) =>
          Object.values(made.segments).reduce((total, cell) => total + value(cell), 0);
        const { ballots, bins, first, choosers } = tally.cells.public;
        expect([sum((one) => one.ballots), sum((one) => one.choosers)]).toEqual([
          ballots,
          choosers,
        ]);
        expect([...bins].map((_, bin) => sum((one) => one.bins[bin]!))).toEqual([...bins]);
        expect([...first].map((_, place) => sum((one) => one.first[place]!))).toEqual([...first]);
      }),
    );
  });

  test("puts those who prefer not to say, and answers that nobody knows, with those who left it out", () => {
    const answers = [
      {},
      { region: "prefer-not-to-say" },
      { region: "nowhere" },
      { region: "north" },
    ];
    const made = emptyMilestone(plan);
    for (const about of answers) {
      const content = { ...PLAIN, about: about as Record<string, string> };
      foldMilestone(made, plan, { id: "aa", revision: 1, content }, true);
    }
    const ballots = Object.values(made.segments).map((one) => one.ballots);
    expect(ballots).toEqual([1, 0, 3]);
  });
});
