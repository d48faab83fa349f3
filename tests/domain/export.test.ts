import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RESULT_COLUMNS, resultRows } from "../../domain/export/results-table.ts";
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

  test("keeps the names and the order of its columns, new ones at the end", () => {
    expect(RESULT_COLUMNS.join(" ")).toBe(
      "consultation release released_at simulated code addressee panel ballots rated no_opinion " +
        "skipped count_1 count_2 count_3 count_4 count_5 mean interval_low interval_high rank " +
        "high_share disagreement hidden final made_in count_low count_medium " +
        "count_high rank_from rank_to high_share_from high_share_to low_share low_share_from " +
        "low_share_to first_share first_rank first_rank_from first_rank_to interpolated_median " +
        "quartile_1 quartile_3 tastle_wierman van_der_eijk esteban_ray gap_theta gap_delta gap_from " +
        "gap_to gap_differs gap_size consensus",
    );
  });

  test("has a row for each recommendation and panel, in catalogue order", () => {
    expect(rows.map(cellsOf).map(({ code, panel }) => `${code} ${panel}`)).toEqual(
      ["W1", "W2", "W3"].flatMap((code) => [`${code} public`, `${code} expert`]),
    );
  });

  test("tells each figure under its name", () => {
    const { interval } = release.recommendations[0]!.panels.public;
    expect(cellsOf(rows[0])).toMatchObject({
      consultation: "test-2026",
      release: 1,
      released_at: "2026-11-24T10:00:00.000Z",
      simulated: "false",
      code: "W1",
      addressee: "W",
      panel: "public",
      final: "false",
      made_in: 1,
      ballots: 35,
      rated: 35,
      no_opinion: "",
      count_4: "",
      count_high: 35,
      mean: 4,
      interval_low: interval![0],
      interval_high: interval![1],
      rank: 1,
      rank_from: 1,
      rank_to: 3,
      high_share: 1,
      high_share_from: 0.9,
      high_share_to: 1,
      low_share: "",
      disagreement: 0,
      consensus: "",
    });
    expect(cellsOf(rows[0]).hidden).toContain("noOpinion=fewer-than-10 skipped=fewer-than-10");
    expect(cellsOf(rows[0]).hidden).toContain("counts/0=banded");
  });

  test("has the gap and the consensus beside the experts", () => {
    const both = released(tallyOf({ public: 70, expert: 20 })).release;
    expect(resultRows(both).map(cellsOf)[1]).toMatchObject({
      panel: "expert",
      gap_theta: 0.5,
      gap_delta: 0,
      gap_differs: "false",
      gap_size: "negligible",
      consensus: "high",
    });
  });

  test("keeps no opinion and skipped apart", () => {
    const tally = tallyOf({ public: 70 });
    tally.cells.public = cellOf([[0, 0, 0, 40, 0, 20, 10], [], []], 70);
    const [first] = resultRows(released(tally).release).map(cellsOf);
    expect(first).toMatchObject({ count_high: 40, no_opinion: 20, skipped: 10 });
  });

  test("leaves every figure of a hidden panel empty, and keeps a disagreement of 0", () => {
    const hidden = cellsOf(rows[1]);
    const said = ["consultation", "release", "released_at", "simulated", "final", "code"];
    const columns = RESULT_COLUMNS.filter((column) => !said.includes(column));
    const told = columns.filter((column) => hidden[column] !== "");
    expect(told).toEqual(["addressee", "panel", "hidden"]);
    expect(hidden.hidden).toContain("mean=small-panel");
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
