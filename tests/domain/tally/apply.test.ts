import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BallotContent } from "../../../domain/ballot/ballot.ts";
import { applyChanges } from "../../../domain/tally/apply.ts";
import type { BallotState } from "../../../domain/tally/fold.ts";
import { type Tally, tallyDifferences } from "../../../domain/tally/tally.ts";
import { digest, empty, plan, state } from "./arbitrary-state.ts";

const SOUTH = { region: "south" };
const SAID: BallotContent = {
  panel: "public",
  language: "kk",
  ratings: "123",
  about: { region: "north" },
  first: [],
  positions: [],
};

describe("applying changes", () => {
  const changes = fc.array(fc.record({ before: state, after: state }), { maxLength: 12 });
  const numbered = (all: { before: BallotState; after: BallotState }[]) =>
    all.map((change, index) => ({ sequence: String(index * 3 + 8), ...change }));

  test("twice, or in parts that overlap, is applying them once", () => {
    fc.assert(
      fc.property(changes, fc.nat(), fc.nat(), (all, from, to) => {
        const records = numbered(all);
        const apply = (tally: Tally, part: typeof records) =>
          applyChanges(tally, plan, "s", part, digest);
        const [once, again] = [empty(), empty()];
        expect(apply(once, records)).toBe(records.length);
        apply(again, records.slice(0, to % (records.length + 1)));
        apply(again, records.slice(0, from % (records.length + 1)));
        apply(again, records);
        expect(apply(again, records)).toBe(0);
        expect(again).toEqual(once);
      }),
    );
  });

  test("counts a ballot where it says it belongs, and once", () => {
    const ballot = (revision: number, more: Partial<BallotContent>, earlier?: BallotContent) => ({
      id: "aa",
      revision,
      earlier,
      content: { ...SAID, ...more },
    });
    const versions = [
      undefined,
      ballot(1, {}),
      ballot(2, { ratings: "124", about: { region: "south" } }),
      // The third version waits for the last release.
      ballot(3, { ratings: "125", about: {} }, { ...SAID, ratings: "124", about: SOUTH }),
      "withdrawn" as const,
    ];
    const tally = empty();
    const seen = versions.slice(1).map((after, index) => {
      const change = { sequence: String(index + 1), before: versions[index], after };
      applyChanges(tally, plan, "s", [change], digest);
      const points = [3, 4, 5].map((point) => tally.cells.public.bins[13 + point]);
      return [tally.cells.public.ballots, points.join(""), ...Object.values(tally.segments)];
    });
    // Of the third recommendation: how many said 3, 4 and 5. Then north, south, those who did not say.
    expect(seen).toEqual([
      [1, "100", 1, 0, 0],
      [1, "010", 0, 1, 0],
      [1, "010", 0, 1, 0],
      [0, "000", 0, 0, 0],
    ]);
    expect(tally.watermarks).toEqual({ s: { sequence: "4" } });
    expect(tallyDifferences(tally, empty())).toEqual([]);
  });

  test("keeps the shards apart, whose numbers mean nothing to each other", () => {
    const tally = empty();
    const change = (sequence: string) => [
      { sequence, before: undefined, after: "unreadable" as const },
    ];
    expect(applyChanges(tally, plan, "a", change("900"), digest)).toBe(1);
    expect(applyChanges(tally, plan, "b", change("5"), digest)).toBe(1);
    expect(applyChanges(tally, plan, "a", change("899"), digest)).toBe(0);
    expect(tally.unreadable).toBe(2);
  });
});
