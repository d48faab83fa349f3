import { type Histogram, total } from "./histogram.ts";

/** How many points count as high, and as many as low: three of nine, else two. */
const ends = (histogram: Histogram): number => (histogram.length === 9 ? 3 : 2);

/**
 * How many chose one of the highest points: the numerator of the high share. Two points on a scale of
 * five or seven, three (7 to 9) on a scale of nine. Source: docs/methods.md, "Consensus".
 * No data: 0, of which no share can be made.
 */
export const highCount = (histogram: Histogram): number => total(histogram.slice(-ends(histogram)));

/** How many chose one of the lowest points, as many points as are high. */
export const lowCount = (histogram: Histogram): number =>
  total(histogram.slice(0, ends(histogram)));
