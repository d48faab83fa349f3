/** From when on work is demanded, how much, and how long instead somebody waits who has no script. */
import type { Limit } from "../rate-limit.ts";

const HOUR = 60 * 60_000;

/**
 * Ballots from one place (a /24 or /64) before work is demanded of it: 200 at once, 300 an hour. Loose, as a mobile
 * network puts thousands of people behind one address, and an asker beyond it is asked for work, never refused.
 */
export const FROM_ONE_PLACE: Limit = { atOnce: 200, everyMs: HOUR / 300 };

/** Ten times as many: from there on the work is harder. */
export const FROM_ONE_PLACE_HARD: Limit = { atOnce: 2_000, everyMs: HOUR / 3_000 };

/** Ballots of one consultation from everywhere, before work is demanded of everybody: 600 at once, 120 a minute. */
export const IN_ALL: Limit = { atOnce: 600, everyMs: 500 };

/** For how long a challenge can be answered, in ms. */
export const CHALLENGE_LIFE = 10 * 60_000;

/** Iterations of one derivation, how many derivations there are at most, and how long to wait instead, in ms. */
export interface Difficulty {
  cost: number;
  most: number;
  waitMs: number;
}

/** 400,000 iterations on average, 800,000 at most (docs/decisions/041-work-on-ballots.md has what that takes where). */
export const WORK: Difficulty = { cost: 2_000, most: 400, waitMs: 8_000 };

/** Three times that. It rises no further: those who share an address with whoever floods have to do it too. */
export const HARD_WORK: Difficulty = { cost: 2_000, most: 1_200, waitMs: 16_000 };
