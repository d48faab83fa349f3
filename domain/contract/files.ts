/** The files that are made of releases: open to everybody, and each made once. */
import {
  API_COMPARE_CSV,
  API_RELEASE_FILE,
  API_RELEASE_XLSX,
  API_RESULTS_XLSX,
  API_RESULTS_ZIP,
} from "../paths.ts";
import { COMPARE_COLUMNS } from "../release/compare-table.ts";
import { TIDY_COLUMNS } from "../release/tidy-columns.ts";
import type { Endpoint } from "./endpoint.ts";
import { BALLOTS, COMPARED, LANG } from "./parameters.ts";

/** What all of these are. */
const FILE = { method: "GET", public: true, tagged: true, answers: { 200: undefined } } as const;
const WORKBOOK = {
  ...FILE,
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  query: { lang: LANG, ballots: BALLOTS },
  example: {},
} as const;

export const FILES = {
  resultsXlsx: {
    ...WORKBOOK,
    path: API_RESULTS_XLSX,
    summary: "The newest release as a workbook, its words in the language that is asked for.",
    refusals: ["release-unknown", "without-flagged-unknown"],
  },
  releaseXlsx: {
    ...WORKBOOK,
    path: API_RELEASE_XLSX,
    summary: "One release as a workbook.",
    refusals: ["release-number-unknown", "without-flagged-unknown"],
  },
  resultsZip: {
    ...FILE,
    path: API_RESULTS_ZIP,
    mediaType: "application/zip",
    summary:
      "Everything of the newest release in one zip: a Data Package with the scripts that check it.",
    refusals: ["release-unknown", "without-flagged-unknown"],
    example: {},
  },
  releaseFile: {
    ...FILE,
    path: API_RELEASE_FILE,
    mediaType: "text/csv",
    summary: "One file of a release, by the name that it has in the zip.",
    query: { ballots: BALLOTS },
    refusals: ["release-file-unknown", "release-number-unknown", "without-flagged-unknown"],
    example: { answer: `${TIDY_COLUMNS.map(({ name }) => name).join(",")}\r\n` },
  },
  compareCsv: {
    ...FILE,
    path: API_COMPARE_CSV,
    mediaType: "text/csv",
    summary: "Two releases of a consultation side by side as a table, or two waves of it.",
    query: { ...COMPARED, lang: LANG },
    refusals: ["release-unknown", "compare-unclear", "compare-unknown", "compare-same"],
    example: { answer: `${COMPARE_COLUMNS.join(",")}\r\n` },
  },
} as const satisfies Record<string, Endpoint>;
