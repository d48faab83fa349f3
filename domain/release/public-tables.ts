import type { Consultation } from "../consultation/definition.ts";
import type { Language } from "../language.ts";
import { type CodebookColumn, column, inLanguage } from "./codebook.ts";
import { FLAGS_TABLE_COLUMNS } from "./flags-columns.ts";
import { GAPS_TABLE_COLUMNS } from "./gaps-columns.ts";
import type { CellValue } from "./table.ts";
import { TIDY_COLUMNS } from "./tidy-columns.ts";

/** The tables of a release by the names of their files. */
export const TABLES = {
  recommendations: "recommendations.csv",
  results: "results.csv",
  gaps: "gaps.csv",
  flags: "flags.csv",
  codebook: "codebook.csv",
} as const;

/** All of them in one, with everything that describes them. */
export const ZIP_FILE = "results.zip";

/** What a table with wording has behind all its other columns, in one language. */
export const WORDING_COLUMNS = [
  column("language", "string", ""),
  column("title", "string", ""),
  column("statement", "string", ""),
  column("addressee_name", "string", ""),
  column("panel_label", "string", ""),
  column("question_label", "string", ""),
  column("group_label", "string", ""),
  column("leaning_label", "string", ""),
] as const satisfies readonly CodebookColumn[];

/** A column for each of some languages; a further language comes at the end. */
const inEach = (languages: readonly Language[], keys: readonly string[]): CodebookColumn[] =>
  languages.flatMap((language) =>
    keys.map((key) => ({ ...column(`${key}_${language}`, "string", ""), key })),
  );

const recommendationColumns = (languages: readonly Language[]): CodebookColumn[] => [
  column("code", "string", ""),
  column("addressee", "string", ""),
  ...inEach(languages, ["title", "statement", "addressee_name"]),
];

const codebookColumns = (languages: readonly Language[]): CodebookColumn[] => [
  column("file", "string", ""),
  column("column", "string", ""),
  column("position", "integer", ""),
  column("type", "string", ""),
  column("unit", "string", ""),
  column("path", "string", ""),
  column("values", "string", ""),
  ...inEach(languages, ["label", "description", "value_labels"]),
];

/**
 * Every table of a release in these languages: its file, and its columns in order. That of flagged ballots only where a
 * definition sets something aside for them (`release.flags`).
 */
export const publicTables = (
  languages: readonly Language[],
  release?: Pick<Consultation["release"], "flags">,
): { file: string; columns: readonly CodebookColumn[] }[] => [
  { file: TABLES.recommendations, columns: recommendationColumns(languages) },
  { file: TABLES.results, columns: TIDY_COLUMNS },
  ...languages.map((language) => ({
    file: inLanguage(TABLES.results, language),
    columns: [...TIDY_COLUMNS, ...WORDING_COLUMNS],
  })),
  { file: TABLES.gaps, columns: GAPS_TABLE_COLUMNS },
  ...(release?.flags === undefined ? [] : [{ file: TABLES.flags, columns: FLAGS_TABLE_COLUMNS }]),
  { file: TABLES.codebook, columns: codebookColumns(languages) },
];

/** The recommendations with their wording in each language; a missing translation is an empty cell. */
export const recommendationRows = ({
  languages,
  recommendations,
  addressees,
}: Pick<Consultation, "languages" | "recommendations" | "addressees">): CellValue[][] =>
  recommendations.map(({ code, addressee, title, statement }) => {
    const name = addressees.find((one) => one.code === addressee)?.name ?? {};
    return [
      code,
      addressee,
      ...languages.flatMap((language) => [
        title[language] ?? "",
        statement[language] ?? "",
        name[language] ?? "",
      ]),
    ];
  });
