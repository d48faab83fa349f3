import { type Histogram, total } from "../statistics/histogram.ts";

/** When no more than this many differ from the most frequent answer, all but all said the same. */
const NEARLY_ALL = 2;

/**
 * Whether figures would say of everybody what they answered: all but one or two said the same; or,
 * where `strict`, really all. One's own answer apart, that would tell each what the others said.
 */
export function isNearlyUnanimous(histogram: Histogram, strict: boolean): boolean {
  const others = total(histogram) - Math.max(...histogram);
  return others <= NEARLY_ALL && (others > 0 || strict);
}
