import type { Histogram } from "./histogram.ts";

/** How many chose one of the two highest points (K = 5): the numerator of the high share. */
export const highCount = (histogram: Histogram): number =>
  histogram.slice(-2).reduce((sum, count) => sum + count, 0);
