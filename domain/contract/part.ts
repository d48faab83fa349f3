import type { Fault } from "../fault.ts";
import { wholeNumber } from "../release/number.ts";
import { MOST_IN_PART } from "./parameters.ts";

/** Which part of a list is asked for. */
export interface PartAsked {
  limit: number;
  /** The last entry of the part before, as it was written; `undefined` for the first part. */
  after: string | undefined;
}

/**
 * Reads `?limit=` and `?after=`; `undefined` where neither is said, and a list is given as it always was. What cannot
 * be read is named and refused: a program that asked for 1O entries must not take all for them.
 */
export function readPart(
  query: Readonly<Record<string, string | undefined>>,
  isAfter: (text: string) => boolean,
): PartAsked | undefined | { faults: Fault[] } {
  const { limit, after } = query;
  if (limit === undefined && after === undefined) return undefined;
  const faults: Fault[] = [];
  const isNumber = limit === undefined || /^[1-9]\d{0,8}$/.test(limit);
  const count = limit === undefined ? MOST_IN_PART : Number(limit);
  if (!isNumber) faults.push({ pointer: "/limit", fault: "wrong-type" });
  else if (count > MOST_IN_PART) faults.push({ pointer: "/limit", fault: "out-of-range" });
  if (after !== undefined && !isAfter(after))
    faults.push({ pointer: "/after", fault: "not-allowed" });
  return faults.length > 0 ? { faults } : { limit: count, after };
}

/** Whether a text is a number of a release or of an entry. */
export const isNumbered = (text: string): boolean => wholeNumber(text) > 0;

/** The first entries of those that are left, and after which entry the next part begins where there is one. */
export function partOf<One>(
  left: readonly One[],
  { limit }: PartAsked,
): { part: One[]; last: One | undefined } {
  const part = left.slice(0, limit);
  return { part, last: left.length > limit ? part.at(-1) : undefined };
}
