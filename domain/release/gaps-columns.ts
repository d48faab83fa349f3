import { PANELS } from "../ballot/ballot.ts";
import { type CodebookColumn, column } from "./codebook.ts";
import { CONSENSUSES, GAP_SIZES } from "./schema.ts";
import { RELEASE_COLUMNS } from "./tidy-columns.ts";

const ofGap = (figure: string): string => `recommendations/{code}/gap/${figure}`;

/** What is said of how the experts differ from the public, and whether they agree among themselves. */
export const GAP_COLUMNS = [
  column("gap_theta", "number", ofGap("theta"), { unit: "share" }),
  column("gap_delta", "number", ofGap("delta"), { unit: "index" }),
  column("gap_from", "number", ofGap("interval/0"), { unit: "index" }),
  column("gap_to", "number", ofGap("interval/1"), { unit: "index" }),
  column("gap_differs", "boolean", ofGap("differs")),
  column("gap_size", "string", ofGap("size"), { categories: GAP_SIZES }),
  column("consensus", "string", "recommendations/{code}/consensus", { categories: CONSENSUSES }),
] as const satisfies readonly CodebookColumn[];

const sides = PANELS.flatMap((panel) => [
  column<`rated_${typeof panel}`>(
    `rated_${panel}`,
    "integer",
    `recommendations/{code}/panels/${panel}/rated`,
    { unit: "ratings" },
  ),
  column<`mean_${typeof panel}`>(
    `mean_${panel}`,
    "number",
    `recommendations/{code}/panels/${panel}/mean`,
    { unit: "scale" },
  ),
]);

/** The columns of the table of gaps, in order: a row is one recommendation. New ones come at the end. */
export const GAPS_TABLE_COLUMNS = [
  ...RELEASE_COLUMNS,
  ...sides,
  ...GAP_COLUMNS,
  column("hidden", "string", ""),
] as const satisfies readonly CodebookColumn[];
