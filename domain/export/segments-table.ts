import type { Release } from "../release/schema.ts";
import { type CellValue, reasons, type Row, table } from "./table.ts";

/** The columns of the table of segments, in order; names and places stay. */
export const SEGMENT_COLUMNS = [
  "consultation",
  "release",
  "released_at",
  "simulated",
  "final",
  "code",
  "addressee",
  "question",
  "option",
  "made_in",
  "ballots",
  "rated",
  "mean",
  "interval_low",
  "interval_high",
  "rank",
  "high_share",
  "hidden",
] as const;

type Column = (typeof SEGMENT_COLUMNS)[number];

/**
 * The segments of a release as a tidy table: one row for each segment and recommendation. A hidden
 * figure is an empty cell, and the column `hidden` names it with its reason.
 */
export function segmentRows(release: Release): CellValue[][] {
  const addressees = new Map(release.recommendations.map((one) => [one.code, one.addressee]));
  return table(
    release,
    SEGMENT_COLUMNS,
    release.segments.flatMap(({ question, option, madeIn, ballots, hidden, recommendations }) =>
      recommendations.map((one): Row<Column> => ({
        code: one.code,
        addressee: addressees.get(one.code) ?? null,
        question,
        option,
        made_in: madeIn,
        ballots,
        rated: one.rated,
        mean: one.mean,
        interval_low: one.interval?.[0] ?? null,
        interval_high: one.interval?.[1] ?? null,
        rank: one.rank,
        high_share: one.highShare,
        hidden: reasons({ ...hidden, ...one.hidden }),
      })),
    ),
  );
}
