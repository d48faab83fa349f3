import type { Histogram } from "./histogram.ts";
import { median, quantile } from "./quantile.ts";
import { highCount, lowCount } from "./shares.ts";

export interface RandUcla {
  p30: number;
  p70: number;
  /** Interpercentile range, p70 − p30. */
  ipr: number;
  /** Its central point, (p30 + p70)/2. */
  iprcp: number;
  /** Asymmetry: the distance of that point from 5. */
  ai: number;
  /** The range adjusted for symmetry: how wide a panel may spread there, 2.35 + 1.5·ai. */
  ipras: number;
  /** Disagreement index, ipr/ipras; above 1 the panel disagrees. */
  di: number;
  disagreement: boolean;
  median: number;
  /** How many rated 1 to 3, and 7 to 9. */
  low: number;
  high: number;
  classification: "high" | "uncertain" | "low";
}

/** An index of exactly 1 must not turn into disagreement by its last bit. */
const ROUNDING = 1e-12;

/**
 * The RAND/UCLA appropriateness method on nine points, with percentiles of type 7 (in small panels
 * the type matters). A panel that disagrees is uncertain; otherwise the median decides: below 3.5
 * low, from 6.5 high.
 * Source: Fitch et al., RAND/UCLA Appropriateness Method User's Manual (2001); the constant 2.35 by
 * the worked example of PMC3467596, table 1 (which prints 2.5 for it and calculates with 2.35).
 * No data, or a scale of other than nine points: `null`, because the index is defined on nine only.
 * One answer, or all equal: index 0.
 */
export function randUcla(histogram: Histogram): RandUcla | null {
  const middle = median(histogram);
  const p30 = quantile(histogram, 0.3);
  const p70 = quantile(histogram, 0.7);
  if (histogram.length !== 9 || middle === null || p30 === null || p70 === null) return null;
  const ipr = p70 - p30;
  const iprcp = (p30 + p70) / 2;
  const ai = Math.abs(5 - iprcp);
  const ipras = 2.35 + 1.5 * ai;
  const di = ipr / ipras;
  const disagreement = di > 1 + ROUNDING;
  return {
    p30,
    p70,
    ipr,
    iprcp,
    ai,
    ipras,
    di,
    disagreement,
    median: middle,
    low: lowCount(histogram),
    high: highCount(histogram),
    classification: disagreement ? "uncertain" : thirdOf(middle),
  };
}

function thirdOf(middle: number): RandUcla["classification"] {
  if (middle < 3.5) return "low";
  return middle < 6.5 ? "uncertain" : "high";
}
