import { type DisclosurePolicy, SMALLEST_COUNT } from "./policy.ts";

/** Fewest values that a hidden count must still be able to have, as far as its row tells. */
const FEWEST_VALUES = 3;

/** The counts that a shown one may stand for. */
const behind = (shown: number, { roundTo }: DisclosurePolicy): [number, number] => [
  Math.max(SMALLEST_COUNT, shown - Math.floor(roundTo / 2)),
  shown + Math.ceil(roundTo / 2) - 1,
];

/**
 * Whether a row of shown counts (`null`: hidden) that add up to a shown whole leaves every hidden
 * one enough values: the bounds that subtraction gives are computed as an attacker would.
 * `possible`: the counts that a hidden part can have by the rules, ascending. A part that can only
 * be empty hides nobody and is not looked at.
 */
export function keepsHidden(
  whole: number,
  parts: readonly (number | null)[],
  possible: readonly number[],
  policy: DisclosurePolicy,
): boolean {
  const [wholeLow, wholeHigh] = behind(whole, policy);
  const ranges = parts.map((part): [number, number] =>
    part === null ? [possible[0]!, possible.at(-1)!] : behind(part, policy),
  );
  const [low, high] = [0, 1].map((end) => ranges.reduce((sum, range) => sum + range[end]!, 0));
  return parts.every((part, place) => {
    if (part !== null) return true;
    const [own, ownHigh] = ranges[place]!;
    const least = wholeLow - (high! - ownHigh);
    const most = wholeHigh - (low! - own);
    const left = possible.filter((count) => count >= least && count <= most);
    return left.length >= FEWEST_VALUES || (left.length === 1 && left[0] === 0);
  });
}
