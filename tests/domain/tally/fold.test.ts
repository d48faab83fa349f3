import { hash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalContent, PANELS } from "../../../domain/ballot.ts";
import { LANGUAGES } from "../../../domain/language.ts";
import { BINS } from "../../../domain/rating.ts";
import { applyChanges } from "../../../domain/tally/apply.ts";
import { type BallotState, foldState } from "../../../domain/tally/fold.ts";
import { emptyTally, type Tally, tallyDifferences } from "../../../domain/tally/tally.ts";

const codes = ["W1", "W2", "K1"];
const digest = (text: string) => hash("sha256", text, "hex");

type Counted = Extract<BallotState, object>;
const counted: fc.Arbitrary<Counted> = fc.record({
  id: fc.constantFrom("aa", "bb", "cc"),
  revision: fc.integer({ min: 1, max: 3 }),
  content: fc.record({
    panel: fc.constantFrom(...PANELS),
    language: fc.constantFrom(...LANGUAGES),
    ratings: fc
      .array(fc.constantFrom(...BINS), { minLength: 3, maxLength: 3 })
      .map((bins) => bins.join("")),
    about: fc.constantFrom<Record<string, string>>({}, { region: "north" }),
    first: fc.subarray(codes),
    positions: fc.constantFrom<string[]>([], codes),
  }),
});
const state: fc.Arbitrary<BallotState> = fc.oneof(
  { weight: 6, arbitrary: counted },
  fc.constantFrom<BallotState>(undefined, "withdrawn", "unreadable"),
);
const states = fc.array(state, { maxLength: 20 });

function fold(into: Tally, all: readonly BallotState[], sign: 1 | -1 = 1): Tally {
  for (const one of all) foldState(into, codes, one, sign, digest);
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
    const tally = fold(emptyTally(3), [{ id: "aa", revision: 1, content }]);
    expect(tally.cells.expert.ballots).toBe(1);
    expect(tally.cells.expert.bins.join("")).toBe("000010000000100000001");
    expect([...tally.cells.expert.first]).toEqual([0, 0, 1]);
    expect(tally.cells.public).toEqual(emptyTally(3).cells.public);
    expect(tally.setHash).not.toBe(0n);
  });

  test("leaves a withdrawn one and a missing one out, and an unreadable one aside", () => {
    const tally = fold(emptyTally(3), [undefined, "withdrawn", "unreadable", "unreadable"]);
    expect(tally).toEqual({ ...emptyTally(3), unreadable: 2 });
  });
});

describe("counting any ballots", () => {
  test("in and out again leaves everything as it was, set hash included", () => {
    fc.assert(
      fc.property(states, states, (there, passing) => {
        const before = fold(emptyTally(3), there);
        const after = fold(fold(structuredClone(before), passing), passing, -1);
        expect(after).toEqual(before);
      }),
    );
  });

  test("out first and in later leaves everything as it was too", () => {
    fc.assert(
      fc.property(states, (passing) => {
        expect(fold(fold(emptyTally(3), passing, -1), passing)).toEqual(emptyTally(3));
      }),
    );
  });

  test("gives the same tally in any order", () => {
    const shuffled = states.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(fold(emptyTally(3), one)).toEqual(fold(emptyTally(3), other));
      }),
    );
  });

  test("keeps the set hash within 128 bits", () => {
    fc.assert(
      fc.property(states, states, (some, others) => {
        const { setHash } = fold(fold(emptyTally(3), some), others, -1);
        expect(setHash >= 0n && setHash < 1n << 128n).toBe(true);
      }),
    );
  });

  test("gives another set hash for any other version of any ballot, though every count is the same", () => {
    fc.assert(
      fc.property(counted, counted, fc.boolean(), (one, another, sameBallot) => {
        const { about, first } = another.content;
        const other = sameBallot ? { ...one, content: { ...one.content, about, first } } : another;
        const version = ({ id, revision, content }: Counted) =>
          `${id} ${revision} ${canonicalContent(content)}`;
        const [a, b] = [fold(emptyTally(3), [one]), fold(emptyTally(3), [other])];
        expect(a.setHash === b.setHash).toBe(version(one) === version(other));
      }),
    );
  });
});

describe("applying changes", () => {
  const changes = fc.array(fc.record({ before: state, after: state }), { maxLength: 12 });
  const numbered = (all: { before: BallotState; after: BallotState }[]) =>
    all.map((change, index) => ({ sequence: String(index * 3 + 8), ...change }));

  test("twice, or in parts that overlap, is applying them once", () => {
    fc.assert(
      fc.property(changes, fc.nat(), fc.nat(), (all, from, to) => {
        const records = numbered(all);
        const apply = (tally: Tally, part: typeof records) =>
          applyChanges(tally, codes, "s", part, digest);
        const [once, again] = [emptyTally(3), emptyTally(3)];
        expect(apply(once, records)).toBe(records.length);
        apply(again, records.slice(0, to % (records.length + 1)));
        apply(again, records.slice(0, from % (records.length + 1)));
        apply(again, records);
        expect(apply(again, records)).toBe(0);
        expect(again).toEqual(once);
      }),
    );
  });

  test("counts one change in each panel that a record touches", () => {
    const content = {
      language: "kk" as const,
      ratings: "---",
      about: {},
      first: [],
      positions: [],
    };
    const ballot = (panel: "public" | "expert", revision: number) => ({
      id: "aa",
      revision,
      content: { ...content, panel },
    });
    const tally = emptyTally(3);
    const [before, after] = [ballot("public", 1), ballot("expert", 2)];
    const all = [
      { sequence: "1", before: undefined, after: before },
      { sequence: "2", before, after },
      { sequence: "3", before: after, after: ballot("expert", 3) },
      { sequence: "4", before: ballot("expert", 3), after: "withdrawn" as const },
    ];
    applyChanges(tally, codes, "s", all, digest);
    expect(tally.cells.public.changes).toBe(2);
    expect(tally.cells.expert.changes).toBe(3);
    expect(tally.watermarks).toEqual({ s: { sequence: "4" } });
    expect(tallyDifferences(tally, emptyTally(3))).toEqual([]);
  });

  test("keeps the shards apart, whose numbers mean nothing to each other", () => {
    const tally = emptyTally(3);
    const change = (sequence: string) => [
      { sequence, before: undefined, after: "unreadable" as const },
    ];
    expect(applyChanges(tally, codes, "a", change("900"), digest)).toBe(1);
    expect(applyChanges(tally, codes, "b", change("5"), digest)).toBe(1);
    expect(applyChanges(tally, codes, "a", change("899"), digest)).toBe(0);
    expect(tally.unreadable).toBe(2);
  });
});
