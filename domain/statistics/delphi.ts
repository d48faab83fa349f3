import { type Histogram, total } from "./histogram.ts";
import { highCount, lowCount } from "./shares.ts";

/** The share that must stand together: 75 % by default, 70 % on nine points. */
const thresholdOf = (histogram: Histogram): number => (histogram.length === 9 ? 0.7 : 0.75);
/** The share on the other side must stay below this. */
const OPPOSITE = 0.15;
/** Consensus is not spoken of with fewer ratings than this, or from a smaller part of the panel. */
const FEWEST_RATINGS = 10;
const PART_OF_PANEL = 0.8;

export interface DelphiConsensus {
  result: "high" | "low" | "none";
  /** Shares of those who rated; `null` when nobody did. */
  highShare: number | null;
  lowShare: number | null;
  rated: number;
  /** Whether enough of the panel rated it; without that the result is always "none". */
  enough: boolean;
}

/**
 * Whether an expert panel agrees that a recommendation is a high (or a low) priority: at least
 * `threshold` of those who rated it chose a high point and fewer than 15 % a low one, or the reverse.
 * `panel` is the number of experts who answered at all.
 * Source: Diamond et al., J. Clin. Epidemiol. 67 (2014) 401–409 (75 %, the median of the Delphi
 * studies reviewed); 70/15 on nine points as in core outcome sets (PMC8024512).
 * No data: result "none", shares `null`. One answer: not enough. All equal: decided by their point.
 */
export function delphiConsensus(
  histogram: Histogram,
  { panel, threshold = thresholdOf(histogram) }: { panel: number; threshold?: number },
): DelphiConsensus {
  const rated = total(histogram);
  if (rated === 0) return { result: "none", highShare: null, lowShare: null, rated, enough: false };
  const highShare = highCount(histogram) / rated;
  const lowShare = lowCount(histogram) / rated;
  const enough = rated >= FEWEST_RATINGS && rated / panel >= PART_OF_PANEL;
  const agree = (own: number, opposite: number) =>
    enough && own >= threshold && opposite < OPPOSITE;
  const low = agree(lowShare, highShare) ? "low" : "none";
  return { result: agree(highShare, lowShare) ? "high" : low, highShare, lowShare, rated, enough };
}
