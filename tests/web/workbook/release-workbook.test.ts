import { expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { CodebookColumn } from "../../../domain/release/codebook.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { catalogueFor } from "../../../web/language/catalogue.ts";
import type { Given } from "../../../web/workbook/given.ts";
import { releaseWorkbook } from "../../../web/workbook/release-workbook.ts";
import type { SheetCell, SheetData } from "../../../web/workbook/sheet.ts";
import { IN_ARABIC } from "../../support/other-scripts.ts";
import { gradedRelease } from "../results/graded.ts";
import { consultation } from "../results/made.ts";

const column = (
  name: string,
  type: CodebookColumn["type"],
  more: Partial<CodebookColumn> = {},
): CodebookColumn => ({ name, type, key: name, path: "", ...more });

const RESULTS = [
  column("code", "string"),
  column("addressee", "string"),
  column("panel", "string", { categories: ["public", "expert"] }),
  column("mean", "number", { path: "recommendations/{code}/panels/{panel}/mean" }),
  column("interval_low", "number"),
  column("hidden", "string"),
  column("brand_new", "integer"),
];
const GROUPS = ["code", "addressee", "question", "option", "hidden"].map((name) =>
  column(name, "string"),
);
const GAPS = [
  column("code", "string"),
  column("addressee", "string"),
  column("gap_delta", "number"),
  column("hidden", "string"),
];
const LABELS: Record<string, string> = {
  mean: "Mean rating",
  interval_low: "Interval from",
  gap_delta: "Delta",
  hidden: "Not shown",
};

/** A workbook of two rows, made of tables and labels that a test states. */
function made(
  change: Partial<Release> = {},
  definition: Consultation = consultation(),
  lang = "en",
) {
  const { code, addressee } = definition.recommendations[0]!;
  const protection = "mean=words-only interval_low=words-only";
  const given: Given = {
    language: lang,
    text: catalogueFor(lang),
    consultation: definition,
    release: { ...gradedRelease(definition).release, ...change },
    hash: "f".repeat(64),
    choices: { ballots: "all" },
    origin: "https://kenes.example",
    tables: {
      results: {
        columns: RESULTS,
        rows: [
          [code, addressee, "public", 4.125, 3.5, "", 7],
          [code, addressee, "expert", "", "", protection, 8],
        ],
      },
      groups: { columns: GROUPS, rows: [], shown: GROUPS.map(({ name }) => name) },
      gaps: { columns: GAPS, rows: [[code, addressee, "", "gap_delta=too-few-to-compare"]] },
    },
    words: (key) => ({ label: LABELS[key] ?? key, description: `about ${key}` }),
  };
  return releaseWorkbook(given) as [
    SheetData,
    SheetData,
    SheetData,
    SheetData,
    SheetData,
    SheetData,
  ];
}
const textOf = ({ rows }: SheetData) => rows.flat().join("\n");

test("columns, their names and their order are those that are given, new ones too", () => {
  const [, recommendations, , gap, , codebook] = made();
  const [head, first] = recommendations.rows as [SheetCell[], SheetCell[]];
  expect(head).toEqual([
    "code",
    "Recommendation",
    "Addressed to",
    "panel",
    "Mean rating",
    "Interval from",
    "brand_new",
    "Not shown",
    "Wording",
    "addressee",
  ]);
  expect(first.slice(3, 7)).toEqual(["Public", 4.125, 3.5, 7]);
  expect(gap.rows[0]).toContain("Delta");
  const mean = codebook.rows.find((cells) => cells[2] === "Mean rating");
  expect(mean).toEqual([
    "Recommendations",
    "E",
    "Mean rating",
    "about mean",
    "",
    "number",
    "mean",
    "recommendations/{code}/panels/{panel}/mean",
  ]);
  expect(codebook.rows.find((cells) => cells[6] === "panel")![4]).toBe(
    "public = Public\nexpert = Experts",
  );
});

test("what is hidden is said by the heads of the columns, each in the sheet that it stands in", () => {
  const [, recommendations, , gap] = made();
  const place = recommendations.rows[0]!.indexOf("Not shown");
  expect(recommendations.rows[1]![place]).toBe("");
  expect(recommendations.rows[2]![place]).toMatch(
    /^Mean rating, Interval from: told in words and three bands: shares .* at least 50 ratings/,
  );
  expect(recommendations.rows[2]![place]).not.toContain("Delta");
  expect(gap.rows[1]!.at(-1)).toBe("Delta: too few ratings for this comparison.");
});

test("two columns of the same head are told apart", () => {
  const sheet = made()[1];
  expect(new Set(sheet.rows[0]).size).toBe(sheet.rows[0]!.length);
  LABELS["brand_new"] = "Mean rating";
  const [, { rows }] = made();
  delete LABELS["brand_new"];
  expect(rows[0]).toContain("Mean rating (brand_new)");
});

test("simulated ballots and a demonstration are said at the top of the read me", () => {
  const { results } = catalogueFor("en");
  const definition = consultation();
  const every = (schedule: "week" | "demonstration") => ({
    ...definition,
    release: { ...definition.release, every: schedule },
  });
  const said = (simulated: boolean, schedule: "week" | "demonstration") =>
    textOf(made({ simulated }, every(schedule))[0]);
  expect(said(true, "demonstration")).toContain(results.simulated);
  expect(said(true, "demonstration")).toContain("With simulated ballots.");
  expect(said(true, "demonstration").indexOf(results.demonstration)).toBeLessThan(300);
  expect(said(false, "week")).not.toContain(results.simulated);
  expect(said(false, "week")).not.toContain(results.demonstration);
});

test("in a language that is written from right to left, sheets begin at the right", () => {
  const sheets = made({}, IN_ARABIC, "ar");
  expect(sheets.map(({ rightToLeft }) => rightToLeft)).toEqual(sheets.map(() => true));
  expect(textOf(sheets[1])).toContain(IN_ARABIC.recommendations[0]!.statement["ar"]);
  // What there is no translation of stands in the original.
  expect(textOf(made({}, IN_ARABIC, "en")[1])).toContain(
    IN_ARABIC.recommendations[0]!.statement["ar"],
  );
});

test("a release of the earlier method has neither noise nor a plan", () => {
  const [readMe, , , , quality] = made({ method: 1 });
  expect(textOf(readMe)).toContain(catalogueFor("en").results.earlierMethod);
  expect(textOf(readMe)).not.toContain("σ");
  expect(textOf(quality)).not.toContain("rules/schedule");
});
