import * as z from "zod/mini";
import {
  BASE,
  HIDDEN_REASONS,
  type HiddenReason,
  roundedIndex,
  roundedMean,
  shownCount,
  shownShare,
} from "./disclosure.ts";
import { BINS, SCALE } from "./rating.ts";
import { disagreement } from "./statistics/disagreement.ts";
import { highCount } from "./statistics/high-share.ts";
import { type Histogram, mean, total } from "./statistics/histogram.ts";
import { meanInterval } from "./statistics/mean-interval.ts";
import { ranks } from "./statistics/rank.ts";
import type { Cell } from "./tally/tally.ts";

const figure = z.nullable(z.number());
const pair = z.nullable(z.tuple([z.number(), z.number()]));

/**
 * What is published of one recommendation and panel. A figure that is not shown is `null`, and
 * `hidden` says why under its name (`counts/0` for the count of point 1).
 */
export const figuresSchema = z.object({
  rated: figure,
  noOpinion: figure,
  skipped: figure,
  counts: z.array(figure),
  mean: figure,
  interval: pair,
  rank: figure,
  rankRange: pair,
  highShare: figure,
  disagreement: figure,
  hidden: z.record(z.string(), z.enum(HIDDEN_REASONS)),
});
export type Figures = z.infer<typeof figuresSchema>;

/** The published figures of one panel, one for each recommendation in catalogue order. */
export function panelFigures(cell: Cell): Figures[] {
  const rows = Array.from({ length: cell.first.length }, (_, index) => [
    ...cell.bins.subarray(index * BINS.length, (index + 1) * BINS.length),
  ]);
  const means = rows.map((row) => {
    const histogram = row.slice(0, SCALE.length);
    return total(histogram) < BASE ? null : mean(histogram);
  });
  const ranked = ranks(means);
  return rows.map((row, index) => withReasons(row, means[index] ?? null, ranked[index] ?? null));
}

/** The figures of a panel of which nothing may be shown yet. */
export const hiddenFigures = (recommendations: number): Figures[] =>
  Array.from({ length: recommendations }, () =>
    withReasons(
      BINS.map(() => 0),
      null,
      null,
    ),
  );

function withReasons(
  row: readonly number[],
  exactMean: number | null,
  rank: number | null,
): Figures {
  const histogram: Histogram = row.slice(0, SCALE.length);
  const n = total(histogram);
  const based = n >= BASE;
  const interval = based ? meanInterval(histogram) : null;
  const index = based ? disagreement(histogram) : null;
  const shown = {
    rated: shownCount(n),
    noOpinion: shownCount(row[BINS.indexOf("n")] ?? 0),
    skipped: shownCount(row[BINS.indexOf("-")] ?? 0),
    counts: histogram.map(shownCount),
    mean: exactMean === null ? null : roundedMean(exactMean, n),
    interval:
      interval && ([roundedMean(interval[0], n), roundedMean(interval[1], n)] as [number, number]),
    rank,
    rankRange: null,
    highShare: shownShare(highCount(histogram), n),
    disagreement: index === null ? null : roundedIndex(index),
  };
  const hidden: Record<string, HiddenReason> = {};
  for (const [name, value] of Object.entries(shown)) {
    if (value === null) hidden[name] = reasonFor(name, based);
  }
  shown.counts.forEach((count, point) => {
    if (count === null) hidden[`counts/${point}`] = "fewer-than-10";
  });
  return { ...shown, hidden };
}

function reasonFor(name: string, based: boolean): HiddenReason {
  if (!based) return name === "noOpinion" || name === "skipped" ? "fewer-than-10" : "below-base";
  return name === "rankRange" ? "not-computed" : "fewer-than-10";
}
