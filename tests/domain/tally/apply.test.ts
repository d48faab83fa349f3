import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BallotContent } from "../../../domain/ballot.ts";
import { applyChanges } from "../../../domain/tally/apply.ts";
import type { BallotState } from "../../../domain/tally/fold.ts";
import { type Tally, tallyDifferences } from "../../../domain/tally/tally.ts";
import { digest, empty, plan, state } from "./arbitrary-state.ts";

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

  test("notes in each group, for each recommendation, that a ballot says something else of it", () => {
    const ballot = (revision: number, content: Partial<BallotContent>) => ({
      id: "aa",
      revision,
      key: revision,
      content: {
        panel: "public" as const,
        language: "kk" as const,
        ratings: "123",
        about: { region: "north" },
        first: [],
        positions: [],
        ...content,
      },
    });
    const versions = [
      undefined,
      ballot(1, {}),
      ballot(2, { ratings: "124" }),
      ballot(3, { ratings: "124", first: ["W2"] }),
      ballot(4, { ratings: "124", first: ["W2"], about: { region: "south" } }),
      ballot(5, { ratings: "124", first: ["W2"], panel: "expert" }),
      "withdrawn" as const,
    ];
    const tally = empty();
    const noted = versions.slice(1).map((after, index) => {
      const change = { sequence: String(index + 1), before: versions[index], after };
      applyChanges(tally, plan, "s", [change], digest);
      const cells = [...Object.values(tally.cells), ...Object.values(tally.segments)];
      return cells.map(({ changed }) => changed.join("")).join(" ");
    });
    // Columns: public, experts, north, south, those who did not say.
    expect(noted).toEqual([
      "111 000 111 000 000",
      "112 000 112 000 000",
      "122 000 122 000 000",
      "122 000 233 111 000",
      "233 111 233 222 000",
      "233 222 233 222 000",
    ]);
    expect(tally.watermarks).toEqual({ s: { sequence: "6" } });
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
