import { expect, test } from "vitest";
import { GAPS_TABLE_COLUMNS } from "../../../domain/release/gaps-columns.ts";
import { publicTables, recommendationRows } from "../../../domain/release/public-tables.ts";
import { TIDY_COLUMNS } from "../../../domain/release/tidy-columns.ts";
import { consultation } from "../../web/results/made.ts";
import { rowsOf } from "./by-path.ts";

const definition = consultation();

test("the tables of a release keep the names and the order of their columns, new ones at the end", () => {
  expect(TIDY_COLUMNS.map(({ name }) => name).join(" ")).toBe(
    "consultation release released_at final simulated code addressee panel group question option " +
      "made_in ballots participation rated no_opinion skipped count_1 count_2 count_3 count_4 " +
      "count_5 count_low count_medium count_high mean interval_low interval_high rank rank_from " +
      "rank_to ranked high_share high_share_from high_share_to low_share low_share_from " +
      "low_share_to leaning disagreement interpolated_median quartile_1 quartile_3 tastle_wierman " +
      "van_der_eijk esteban_ray first_share first_rank first_rank_from first_rank_to measured_1 " +
      "measured_2 measured_3 measured_4 measured_5 measured_no_opinion measured_skipped " +
      "first_measured method sigma promised schedule turn releases deviation hidden scale",
  );
  expect(GAPS_TABLE_COLUMNS.map(({ name }) => name).join(" ")).toBe(
    "consultation release released_at final simulated code addressee rated_public mean_public " +
      "rated_expert mean_expert gap_theta gap_delta gap_from gap_to gap_differs gap_size " +
      "consensus hidden",
  );
  expect(
    publicTables(["en", "kk"]).map(({ file, columns }) => `${file} ${columns.length}`),
  ).toEqual([
    "recommendations.csv 8",
    "results.csv 67",
    "results.en.csv 75",
    "results.kk.csv 75",
    "gaps.csv 19",
    "codebook.csv 13",
  ]);
  const [recommendations, , english] = publicTables(["en", "kk"]);
  expect(recommendations!.columns.map(({ name }) => name).join(" ")).toBe(
    "code addressee title_en statement_en addressee_name_en title_kk statement_kk addressee_name_kk",
  );
  expect(
    english!.columns
      .slice(67)
      .map(({ name }) => name)
      .join(" "),
  ).toBe(
    "language title statement addressee_name panel_label question_label group_label leaning_label",
  );
});

test("recommendations have their wording in each language, and nothing where there is none", () => {
  const [first, ...rest] = definition.recommendations;
  const { kk: _, ...title } = first!.title;
  const rows = recommendationRows({
    ...definition,
    recommendations: [{ ...first!, title }, ...rest],
  });
  const columns = publicTables(definition.languages)[0]!.columns.map(({ name }) => name);
  const [row] = rowsOf([columns, ...rows]);
  expect(row).toMatchObject({ code: "W1", addressee: "W", title_en: title["en"], title_kk: "" });
  expect(row!["statement_ru"]).toBe(first!.statement["ru"]);
});
