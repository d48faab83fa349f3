import { codebookSheet } from "./codebook-sheet.ts";
import { flagsSheet, gapSheet, groupsSheet, recommendationsSheet } from "./figures.ts";
import type { Given } from "./given.ts";
import { qualitySheet } from "./quality.ts";
import { readMeSheet } from "./read-me.ts";
import type { SheetData } from "./sheet.ts";

/**
 * A release as the sheets of a workbook, in the reader's language. Figures are numbers as they were published,
 * with all their digits; a protected one is an empty cell, and the column `hidden` of its row says why. Moments
 * are texts in ISO 8601: a date in a spreadsheet has no zone, and would be another moment in each country.
 */
export function releaseWorkbook(given: Given): SheetData[] {
  const { flags } = given.tables;
  const tables = [
    recommendationsSheet(given),
    ...(given.choices.ballots === "all" ? [groupsSheet(given), gapSheet(given)] : []),
    ...(flags === undefined ? [] : [flagsSheet(given, flags)]),
  ];
  return [
    readMeSheet(given),
    ...tables.map(({ sheet }) => sheet),
    qualitySheet(given),
    codebookSheet(given, tables),
  ];
}
