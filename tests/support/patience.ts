/**
 * How long one event may take before a test gives up, in milliseconds. It is for a hang alone: tests wait
 * for what happens, and on a busy machine that takes as long as it takes. Publication, which has a clock
 * of a minute, is the slowest of all that is waited for.
 */
export const PATIENCE = 120_000;

/** How long a whole test, or what is made ready for one, may take: many events, one after the other. */
export const PATIENCE_OF_A_TEST = 5 * PATIENCE;
