/**
 * STAND-IN, until the codebook's data (domain/release/codebook.ts) and texts (language/<language>/codebook.json)
 * are there: columns that are called what they are named, and mean nothing.
 */
import { PANELS } from "../../domain/ballot/ballot.ts";
import type { CodebookColumn } from "../../domain/release/codebook.ts";
import { RESULT_COLUMNS, resultRows } from "../../domain/release/results-table.ts";
import type { Release } from "../../domain/release/schema.ts";
import { SEGMENT_COLUMNS, segmentRows } from "../../domain/release/segments-table.ts";
import type { ColumnWords, Tables } from "./given.ts";

const CATEGORIES: Record<string, readonly string[]> = {
  panel: PANELS,
  leaning: ["most-high", "most-low", "unclear"],
  consensus: ["high", "low", "none"],
  gap_size: ["negligible", "small", "medium", "large"],
  gap_differs: ["true", "false"],
};

const column = (name: string): CodebookColumn => ({
  name,
  type: "string",
  key: name,
  path: "",
  ...(CATEGORIES[name] && { categories: CATEGORIES[name] }),
});

export const tablesOf = (release: Release): Tables => ({
  results: { columns: RESULT_COLUMNS.map(column), rows: resultRows(release) },
  segments: { columns: SEGMENT_COLUMNS.map(column), rows: segmentRows(release) },
});

export const wordsOf = (key: string): ColumnWords => ({ label: key, description: "" });
