/*
 * Constants of domain files that need zod, written again because the browser must not load zod.
 * Their types are taken from there, so the compiler refuses a difference.
 */
export const MOST_FIRST: typeof import("../../domain/ballot.ts").MOST_FIRST = 3;
export const PREFER_NOT_TO_SAY: typeof import("../../domain/consultation.ts").PREFER_NOT_TO_SAY =
  "prefer-not-to-say";
