import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RESULT_COLUMNS, resultRows } from "../../domain/export.ts";
import { anyTally, cellOf, decide, released, tallyOf } from "./counted.ts";

type Column = (typeof RESULT_COLUMNS)[number];
const cellsOf = (row: readonly (string | number)[] | undefined) =>
  Object.fromEntries(RESULT_COLUMNS.map((column, index) => [column, row?.[index]])) as Record<
    Column,
    string | number | undefined
  >;

describe("the results table", () => {
  const { release } = released(tallyOf({ public: 33, expert: 9 }));
  const rows = resultRows(release);

  test("keeps the names and the order of its columns", () => {
    expect(RESULT_COLUMNS.join(" ")).toBe(
      "consultation release released_at simulated code addressee panel ballots rated no_opinion " +
        "skipped count_1 count_2 count_3 count_4 count_5 mean interval_low interval_high rank " +
        "high_share disagreement hidden",
    );
  });

  test("has a row for each recommendation and panel, in catalogue order", () => {
    expect(rows.map(cellsOf).map(({ code, panel }) => `${code} ${panel}`)).toEqual(
      ["W1", "W2", "W3"].flatMap((code) => [`${code} public`, `${code} expert`]),
    );
  });

  test("tells each figure under its name", () => {
    expect(cellsOf(rows[0])).toEqual({
      consultation: "test-2026",
      release: 1,
      released_at: "2026-11-24T10:00:00.000Z",
      simulated: "false",
      code: "W1",
      addressee: "W",
      panel: "public",
      ballots: 35,
      rated: 35,
      no_opinion: "",
      skipped: "",
      count_1: "",
      count_2: "",
      count_3: "",
      count_4: 35,
      count_5: "",
      mean: 4,
      interval_low: release.recommendations[0]!.panels.public.interval![0],
      interval_high: release.recommendations[0]!.panels.public.interval![1],
      rank: 1,
      high_share: 1,
      disagreement: 0,
      hidden:
        "noOpinion=fewer-than-10 skipped=fewer-than-10 rankRange=not-computed " +
        "counts/0=fewer-than-10 counts/1=fewer-than-10 counts/2=fewer-than-10 counts/4=fewer-than-10",
    });
  });

  test("keeps no opinion and skipped apart", () => {
    const tally = tallyOf({ public: 70 });
    tally.cells.public = cellOf([[0, 0, 0, 40, 0, 20, 10], [], []], 70);
    const [first] = resultRows(released(tally).release).map(cellsOf);
    expect(first).toMatchObject({ count_4: 40, no_opinion: 20, skipped: 10 });
  });

  test("leaves every figure of a hidden panel empty, and keeps a disagreement of 0", () => {
    const hidden = cellsOf(rows[1]);
    const figures = RESULT_COLUMNS.slice(7, -1).map((column) => hidden[column]);
    expect(new Set(figures)).toEqual(new Set([""]));
    expect(hidden.hidden).toContain("mean=below-base");
    expect(cellsOf(rows[0]).disagreement).toBe(0);
  });

  test("has as many cells in each row as columns, of any release", () => {
    fc.assert(
      fc.property(anyTally, (tally) => {
        const decision = decide(tally);
        if ("wait" in decision) return;
        for (const row of resultRows(decision.release)) {
          expect(row).toHaveLength(RESULT_COLUMNS.length);
          for (const cell of row) expect(["string", "number"]).toContain(typeof cell);
        }
      }),
    );
  });
});
