import type { ProblemCode } from "../../domain/problem.ts";
import type { Place } from "./good.ts";
import type { Raw } from "./hostings.ts";
import type { Way } from "./ways.ts";

/** One request that is wrong in one thing. */
export interface Row {
  name: string;
  raw: Raw;
  /** How it has to be refused; without it it may be refused in any way that the endpoint lists, or served. */
  codes?: readonly ProblemCode[];
  statuses?: readonly number[];
}

/** A kind of bad input: which ways it fits, and its rows for one of them. */
export interface Abuse {
  name: string;
  fits: (way: Way) => boolean;
  rows: (way: Way, good: Raw, place: Place) => Row[];
}

/** The same request with further headers, or without one. */
export const withHeaders = (good: Raw, headers: Record<string, string>): Raw => ({
  ...good,
  headers: { ...good.headers, ...headers },
});
export const without = (good: Raw, name: string): Raw => {
  const { [name]: _, ...headers } = good.headers;
  return { ...good, headers };
};
