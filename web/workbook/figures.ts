import { HIDDEN_REASONS } from "../../domain/disclosure/reasons.ts";
import type { CodebookColumn } from "../../domain/release/codebook.ts";
import { reasonWords } from "../results/facts/hidden.ts";
import { type Column, rowsOf, tableSheet, type TableSheet } from "./columns.ts";
import type { Given } from "./given.ts";
import {
  addresseeWords,
  groupWords,
  hiddenWords,
  recommendationWords,
  valueWords,
} from "./words.ts";

/** Columns that say the same in each row of a release: they stand once, in the read me and in "quality". */
const OF_THE_RELEASE = [
  "scale",
  "consultation",
  "release",
  "released_at",
  "simulated",
  "final",
  "method",
  "sigma",
  "promised",
  "schedule",
  "turn",
  "releases",
];
/** What says the same in each row of a group. */
const OF_A_GROUP = ["participation", "ranked", "deviation", "made_in"];
/** What only a group has. */
const NOT_OF_A_PANEL = ["group", "question", "option", "participation"];

/** Widths of columns whose texts are wrapped, in characters. */
const [TITLE, STATEMENT, HIDDEN] = [40, 90, 60];

/** How the CSV files write yes and no. */
const TRUTH = ["true", "false"];

type OwnColumn = keyof Given["text"]["workbook"]["columns"];

/** A column that only the workbook has: words for codes, or a figure beside another. */
const own = (
  { text }: Given,
  name: OwnColumn,
  of: Column["of"],
  more: Partial<Column> = {},
): Column => {
  const { label, description } = text.workbook.columns[name];
  return { head: label, description, name: "", type: "string", path: "", of, ...more };
};

/** A column of the CSV files, with words for its codes. */
function known(given: Given, column: CodebookColumn): Column {
  const { name, key, type, path, categories = type === "boolean" ? TRUTH : undefined } = column;
  const { label, description } = given.words(key);
  const words = categories?.map((code) => [code, valueWords(given, name, code)] as const);
  return {
    head: label,
    description,
    name,
    type,
    path,
    ...(words && { categories: words }),
    of: (row) => {
      const value = row[name] ?? "";
      return words === undefined || value === "" ? value : valueWords(given, name, value);
    },
  };
}

/** Why figures of a row are not shown, in words. */
const hidden = (
  given: Given,
  column: CodebookColumn,
  { wrapAt }: { wrapAt?: number } = {},
): Column => {
  const words = hiddenWords(given);
  return {
    ...known(given, column),
    categories: HIDDEN_REASONS.map((reason) => [reason, reasonWords(given, reason)]),
    ...(wrapAt !== undefined && { wrapAt }),
    of: (row) => words(row[column.name]),
  };
};

/** The columns of a table that a sheet shows, but for those that are named. */
const without = (columns: readonly CodebookColumn[], ...names: readonly string[]) =>
  columns.filter(({ name }) => !names.includes(name));

const named = (columns: readonly CodebookColumn[], name: string) =>
  columns.find((one) => one.name === name)!;

/** Every recommendation twice: of the public, and of the experts. */
export function recommendationsSheet(given: Given): TableSheet {
  const { results } = given.tables;
  const [words, addressee] = [recommendationWords(given), addresseeWords(given)];
  const figures = without(
    results.columns,
    ...OF_THE_RELEASE,
    "code",
    "hidden",
    "panel",
    "addressee",
    ...NOT_OF_A_PANEL,
  );
  const columns = [
    known(given, named(results.columns, "code")),
    own(given, "title", ({ code }) => words(code).title, { wrapAt: TITLE }),
    own(given, "addressee", (row) => addressee(row["addressee"])),
    known(given, named(results.columns, "panel")),
    ...figures.map((one) => known(given, one)),
    hidden(given, named(results.columns, "hidden"), { wrapAt: HIDDEN }),
    own(given, "statement", ({ code }) => words(code).statement, { wrapAt: STATEMENT }),
    known(given, named(results.columns, "addressee")),
  ];
  const { recommendations: name } = given.text.workbook.sheets;
  return tableSheet(given, name, columns, rowsOf(results));
}

/** The groups of the public, as far as they are told. */
export function groupsSheet(given: Given): TableSheet {
  const { groups } = given.tables;
  const [words, group] = [recommendationWords(given), groupWords(given)];
  const codes = ["addressee", "question", "option"];
  const figures = without(
    groups.columns.filter(({ name }) => groups.shown.includes(name)),
    ...OF_THE_RELEASE,
    ...OF_A_GROUP,
    ...codes,
    "code",
    "hidden",
  );
  const columns = [
    known(given, named(groups.columns, "code")),
    own(given, "title", ({ code }) => words(code).title),
    own(given, "question", ({ question }) => group.question(question)),
    own(given, "option", ({ question, option }) => group.option(question, option)),
    ...figures.map((one) => known(given, one)),
    // In one line: thousands of rows, each as high as its reasons, are nothing to look through.
    hidden(given, named(groups.columns, "hidden")),
    ...codes.map((name) => known(given, named(groups.columns, name))),
  ];
  return tableSheet(given, given.text.workbook.sheets.groups, columns, rowsOf(groups));
}

/** Public beside experts. */
export function gapSheet(given: Given): TableSheet {
  const { gaps } = given.tables;
  const [words, addressee] = [recommendationWords(given), addresseeWords(given)];
  const figures = without(gaps.columns, ...OF_THE_RELEASE, "code", "addressee", "hidden");
  const columns = [
    known(given, named(gaps.columns, "code")),
    own(given, "title", ({ code }) => words(code).title, { wrapAt: TITLE }),
    own(given, "addressee", (row) => addressee(row["addressee"])),
    ...figures.map((one) => known(given, one)),
    hidden(given, named(gaps.columns, "hidden"), { wrapAt: HIDDEN }),
  ];
  return tableSheet(given, given.text.workbook.sheets.gap, columns, rowsOf(gaps));
}

/** The public with all ballots and without the flagged ones, one below the other. */
export function flagsSheet(given: Given, flags: NonNullable<Given["tables"]["flags"]>): TableSheet {
  const words = recommendationWords(given);
  const figures = without(flags.columns, ...OF_THE_RELEASE, "code", "addressee", "view", "hidden");
  const columns = [
    known(given, named(flags.columns, "code")),
    own(given, "title", ({ code }) => words(code).title, { wrapAt: TITLE }),
    known(given, named(flags.columns, "view")),
    ...figures.map((one) => known(given, one)),
    hidden(given, named(flags.columns, "hidden"), { wrapAt: HIDDEN }),
  ];
  return tableSheet(given, given.text.workbook.flagged.sheet, columns, rowsOf(flags));
}
