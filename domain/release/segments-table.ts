import type { Release, SegmentResult } from "./schema.ts";
import {
  type CellValue,
  MEASURED_COLUMNS,
  measuredColumns,
  METHOD_COLUMNS,
  methodColumns,
  type Row,
  table,
} from "./table.ts";
import { hiddenColumns } from "./tidy-table.ts";

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
  "high_share_from",
  "high_share_to",
  ...MEASURED_COLUMNS,
  "participation",
  "ranked",
  ...METHOD_COLUMNS,
  "deviation",
] as const;

type Column = (typeof SEGMENT_COLUMNS)[number];

/**
 * The segments of a release as a tidy table: one row for each segment and recommendation. A hidden
 * figure is an empty cell, and the column `hidden` names its column with the reason.
 */
export function segmentRows(release: Release): CellValue[][] {
  const addressees = new Map(release.recommendations.map((one) => [one.code, one.addressee]));
  const hiddenAt = hiddenColumns(release, SEGMENT_COLUMNS);
  return table(
    release,
    SEGMENT_COLUMNS,
    release.segments.flatMap((segment) =>
      segment.recommendations.map((one): Row<Column> => ({
        code: one.code,
        addressee: addressees.get(one.code) ?? null,
        ...segmentColumns(segment),
        rated: one.rated,
        mean: one.mean,
        interval_low: one.interval?.[0] ?? null,
        interval_high: one.interval?.[1] ?? null,
        rank: one.rank,
        high_share: one.highShare,
        high_share_from: one.highInterval?.[0] ?? null,
        high_share_to: one.highInterval?.[1] ?? null,
        ...measuredColumns(one.measured),
        ...methodColumns(release),
        deviation: segment.madeIn === null ? null : release.rules.protection.groups,
        hidden: hiddenAt({
          code: one.code,
          panel: "public",
          question: segment.question,
          option: segment.option,
        }),
      })),
    ),
  );
}

/** What is the same in each row of a segment. */
const segmentColumns = (segment: SegmentResult): Row<Column> => ({
  question: segment.question,
  option: segment.option,
  made_in: segment.madeIn,
  ballots: segment.ballots,
  participation: segment.participation,
  ranked: segment.ranked,
});
