/**
 * How many people wrote something, as it is told: never fewer than ten, and in steps of five, so that nobody
 * who comes or goes on a day can be read out of two days' figures (docs/decisions/030-moderation.md).
 */

/** Fewest people of whom a number is told. */
export const FEWEST_TOLD = 10;

const STEP = 5;

/** The number that is told; `undefined` where it is fewer than ten. */
export const toldCount = (people: number): number | undefined =>
  people < FEWEST_TOLD ? undefined : Math.floor(people / STEP) * STEP;
