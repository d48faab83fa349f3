import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalContent } from "../../../domain/ballot.ts";
import { type BallotState, type CountedBallot, foldState } from "../../../domain/tally/fold.ts";
import type { Tally } from "../../../domain/tally/tally.ts";
import { counted, digest, empty, plan, state } from "./arbitrary-state.ts";

const states = fc.array(state, { maxLength: 20 });

function fold(into: Tally, all: readonly BallotState[], sign: 1 | -1 = 1): Tally {
  for (const one of all) foldState(into, plan, one, sign, digest);
  return into;
}

describe("counting a ballot", () => {
  test("puts each rating into its bin, and the first choices beside them", () => {
    const content = {
      panel: "expert" as const,
      language: "kk" as const,
      ratings: "5n-",
      about: {},
      first: ["K1", "X9"],
      positions: [],
    };
    const tally = fold(empty(), [{ id: "aa", revision: 1, key: 200, content }]);
    expect(tally.cells.expert.ballots).toBe(1);
    expect(tally.cells.expert.bins.join("")).toBe("000010000000100000001");
    expect([...tally.cells.expert.first]).toEqual([0, 0, 1]);
    expect(tally.cells.public).toEqual(empty().cells.public);
    expect(tally.setHash).not.toBe(0n);
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

  test("keeps the set hash within 128 bits", () => {
    fc.assert(
      fc.property(states, states, (some, others) => {
        const { setHash } = fold(fold(empty(), some), others, -1);
        expect(setHash >= 0n && setHash < 1n << 128n).toBe(true);
      }),
    );
  });

  test("gives another set hash for any other version of any ballot, though every count is the same", () => {
    fc.assert(
      fc.property(counted, counted, fc.boolean(), (one, another, sameBallot) => {
        const { about, first } = another.content;
        const other = sameBallot ? { ...one, content: { ...one.content, about, first } } : another;
        const version = ({ id, revision, content }: CountedBallot) =>
          `${id} ${revision} ${canonicalContent(content)}`;
        const [a, b] = [fold(empty(), [one]), fold(empty(), [other])];
        expect(a.setHash === b.setHash).toBe(version(one) === version(other));
      }),
    );
  });
});
