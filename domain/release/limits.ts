import type { HiddenReason } from "../disclosure/reasons.ts";
import { hide, type Shown, show } from "../disclosure/shown.ts";
import { SCALE } from "../ballot/rating.ts";

/** From how many ratings a figure is told, and from how many shares and the five points are. */
export interface Limits {
  base: number;
  sharesFrom: number;
  /** What is said of a count under the base. */
  because: HiddenReason;
}

/**
 * From how many ratings shares are told where counts carry noise of variance v: as many more as the noise
 * of their number is likely to add, or those that chance lifts over the limit would be told, and wrong.
 */
export const sharesLimit = (sharesFrom: number, v: number): number =>
  sharesFrom + Math.ceil(Math.sqrt(SCALE.length * v));

/**
 * The limits of a group whose counts carry noise of that variance. Where the
 * whole group is under the base, by all of its rows together, no single row can be over it.
 */
export const withNoise = (
  { base, sharesFrom, because }: Limits,
  { ballots, variance }: { ballots: number; variance: number },
): Limits => ({
  base: ballots < base ? Infinity : base,
  sharesFrom: sharesLimit(sharesFrom, variance),
  because,
});

/** What keeps a recommendation from being told of at all, and from being told in shares. */
export const reasonsOf = (
  { rated }: { rated: number },
  { base, sharesFrom, because }: Limits,
): { any: HiddenReason | undefined; shares: HiddenReason | undefined } => {
  const any = rated < base ? because : undefined;
  return { any, shares: any ?? (rated < sharesFrom ? "words-only" : undefined) };
};

/** A value where nothing stands against it; only made then. */
export const unless = <Value>(reason: HiddenReason | undefined, value: () => Value): Shown<Value> =>
  reason === undefined ? show(value()) : hide(reason);
