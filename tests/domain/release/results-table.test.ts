import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RESULT_COLUMNS, resultRows } from "../../../domain/release/results-table.ts";
import { SEGMENT_COLUMNS, segmentRows } from "../../../domain/release/segments-table.ts";
import { readText } from "../../../domain/release/earlier-release.ts";
import { noiseBytes } from "../../../functions/jobs/noise-bytes.ts";
import method1 from "../../web/results/given/method-1.json" with { type: "json" };
import { cellOf } from "../../web/results/made.ts";
import { ALL_HIGH, made3, named } from "../export/three.ts";

type Column = (typeof RESULT_COLUMNS)[number];
const cellsOf = named(RESULT_COLUMNS);

describe("the results table", () => {
  const rows = resultRows(made3());

  test("keeps the names and the order of its columns, new ones at the end", () => {
    expect(RESULT_COLUMNS.join(" ")).toBe(
      "consultation release released_at simulated code addressee panel ballots rated no_opinion " +
        "skipped count_1 count_2 count_3 count_4 count_5 mean interval_low interval_high rank " +
        "high_share disagreement hidden final made_in count_low count_medium " +
        "count_high rank_from rank_to high_share_from high_share_to low_share low_share_from " +
        "low_share_to first_share first_rank first_rank_from first_rank_to interpolated_median " +
        "quartile_1 quartile_3 tastle_wierman van_der_eijk esteban_ray gap_theta gap_delta gap_from " +
        "gap_to gap_differs gap_size consensus " +
        "measured_1 measured_2 measured_3 measured_4 measured_5 measured_no_opinion " +
        "measured_skipped first_measured leaning ranked method sigma promised schedule turn " +
        "releases deviation",
    );
  });

  test("has a row for each recommendation and panel, in catalogue order", () => {
    expect(rows.map(cellsOf).map(({ code, panel }) => `${code} ${panel}`)).toEqual(
      ["W1", "W2", "W3"].flatMap((code) => [`${code} public`, `${code} expert`]),
    );
  });

  test("tells each figure under its name", () => {
    const release = made3();
    const { interval, highInterval } = release.recommendations[0]!.panels.public;
    expect(cellsOf(rows[0])).toMatchObject({
      consultation: "kazakhstan-2019",
      release: 1,
      released_at: "2026-11-09T09:00:30.000Z",
      simulated: "false",
      code: "W1",
      addressee: "W",
      panel: "public",
      final: "false",
      made_in: 1,
      ballots: 70,
      rated: 70,
      no_opinion: 0,
      count_4: 70,
      count_high: 70,
      mean: 4,
      interval_low: interval![0],
      interval_high: interval![1],
      rank: 1,
      rank_from: 1,
      rank_to: 3,
      high_share: 1,
      high_share_from: highInterval![0],
      high_share_to: 1,
      low_share: 0,
      disagreement: 0,
      first_share: "",
      first_measured: 40,
      measured_4: 70,
      measured_skipped: 0,
      leaning: "most-high",
      ranked: 3,
      method: 2,
      sigma: 2.5,
      promised: "false",
      schedule: "demonstration",
      turn: 1,
      deviation: release.rules.protection.ratings.public,
      consensus: "",
    });
    // 50 named any: with noise that is too few to be sure that they are 50.
    expect(cellsOf(rows[0]).hidden).toBe(
      "first_share=words-only first_rank=words-only first_rank_from=words-only first_rank_to=words-only",
    );
  });

  test("has exact experts as they are, with the gap and the consensus beside them", () => {
    const [, first, , second, , third] = rows.map(cellsOf);
    expect(first).toMatchObject({
      panel: "expert",
      ballots: 14,
      rated: 13,
      count_5: 12,
      high_share: 0.92,
      deviation: 0,
      gap_differs: expect.stringMatching(/true|false/),
      consensus: "high",
    });
    expect(second).toMatchObject({
      rated: 13,
      high_share: 0.77,
      low_share: 0.23,
      consensus: "none",
    });
    expect(third).toMatchObject({ rated: "", count_4: "", high_share: "", no_opinion: "" });
    expect(third!.hidden).toContain("rated=small-panel");
    expect(third!.measured_4).toBe(2);
  });

  test("keeps no opinion and skipped apart", () => {
    const cell = cellOf([[0, 0, 0, 40, 0, 20, 10], ALL_HIGH, ALL_HIGH]);
    const [first] = resultRows(made3({ cells: { public: cell } })).map(cellsOf);
    expect(first).toMatchObject({ count_high: 40, no_opinion: 20, skipped: 10 });
    expect(first).toMatchObject({ measured_no_opinion: 20, measured_skipped: 10 });
  });

  test("leaves every figure of a hidden panel empty", () => {
    const few = made3({
      cells: { expert: cellOf(Array.from({ length: 3 }, () => [0, 0, 0, 0, 2, 0, 0])) },
    });
    const hidden = cellsOf(resultRows(few)[1]);
    const said = RESULT_COLUMNS.filter((column) => hidden[column] !== "");
    expect(said.join(" ")).toBe(
      "consultation release released_at simulated code addressee panel hidden final made_in " +
        "ranked method sigma promised schedule turn releases deviation",
    );
    expect(hidden.hidden).toContain("mean=small-panel");
  });

  test("of an earlier method has what that told, and nothing of noise or a schedule", () => {
    const [first] = resultRows(readText(JSON.stringify(method1))).map(cellsOf);
    expect(first).toMatchObject({ code: "W1", rated: 60, high_share: 0.58, mean: 3.9, method: 1 });
    const now = ["measured_1", "measured_skipped", "sigma", "promised", "schedule", "deviation"];
    for (const column of now) expect(first![column as Column], column).toBe("");
  });
});

test("each row has as many cells as columns, of any release", () => {
  const count = fc.nat({ max: 400 });
  const cell = fc
    .array(fc.array(count, { minLength: 7, maxLength: 7 }), { minLength: 3, maxLength: 3 })
    .map((of) => cellOf(of, { first: [3, 0, 9], choosers: 11 }));
  fc.assert(
    fc.property(cell, cell, count, (everybody, expert, seed) => {
      const release = made3({
        cells: { public: everybody, expert },
        noise: noiseBytes(new Uint8Array(32).fill(seed), "export"),
      });
      const tables = [
        [RESULT_COLUMNS, resultRows(release)],
        [SEGMENT_COLUMNS, segmentRows(release)],
      ] as const;
      for (const [columns, of] of tables) {
        for (const one of of) {
          expect(one).toHaveLength(columns.length);
          for (const value of one) expect(["string", "number"]).toContain(typeof value);
        }
      }
    }),
    { numRuns: 20 },
  );
});
