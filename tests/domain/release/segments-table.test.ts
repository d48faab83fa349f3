import { describe, expect, test } from "vitest";
import { SEGMENT_COLUMNS, segmentRows } from "../../../domain/release/segments-table.ts";
import { cellOf } from "../../web/results/made.ts";
import { made3, named } from "../export/three.ts";

describe("the table of segments", () => {
  const row = [4, 6, 15, 60, 35, 0, 0];
  const release = made3({
    segments: { "age=under-18": cellOf([row, row, row]) },
    participation: { "age=under-18": 120, "age=18-24": -4 },
  });
  const rows = segmentRows(release).map(named(SEGMENT_COLUMNS));

  test("keeps the names and the order of its columns, new ones at the end", () => {
    expect(SEGMENT_COLUMNS.join(" ")).toBe(
      "consultation release released_at simulated final code addressee question option made_in " +
        "ballots rated mean interval_low interval_high rank high_share hidden high_share_from " +
        "high_share_to measured_1 measured_2 measured_3 measured_4 measured_5 " +
        "measured_no_opinion measured_skipped participation ranked method sigma promised " +
        "schedule turn releases deviation",
    );
  });

  test("tells each figure under its name, and how many took part as measured", () => {
    const { groups } = release.rules.protection;
    expect(rows.find(({ option }) => option === "under-18")).toMatchObject({
      code: "W1",
      question: "age",
      made_in: 1,
      ballots: 120,
      rated: 120,
      mean: 3.97,
      high_share: 0.79,
      measured_4: 60,
      participation: 120,
      ranked: 3,
      deviation: groups,
    });
    expect(rows.find(({ option }) => option === "18-24")).toMatchObject({
      ballots: "",
      rated: "",
      measured_4: 0,
      participation: -4,
      hidden: expect.stringContaining("ballots=below-base"),
    });
  });
});
