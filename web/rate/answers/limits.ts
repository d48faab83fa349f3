import type {
  LAST_COUNTED_AT_ONCE as last,
  MOST_FIRST as most,
} from "../../../domain/ballot/ballot.ts";
import type { PREFER_NOT_TO_SAY as decline } from "../../../domain/consultation/code.ts";

/*
 * Constants of domain files that need zod, written again because the browser must not load zod.
 * Their types are taken from there, so the compiler refuses a difference.
 */
export const MOST_FIRST: typeof most = 3;
export const LAST_COUNTED_AT_ONCE: typeof last = 2;
export const PREFER_NOT_TO_SAY: typeof decline = "prefer-not-to-say";
