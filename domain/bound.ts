import type { Limit } from "./rate-limit.ts";

/** How often one may ask, and how often all may together, at one consultation. */
export interface Bound {
  each?: Limit;
  all?: Limit;
  /** The same as `all`, counted by all servers together in the store: for what costs more than that does. */
  together?: Limit;
  /** From half of `each` on it is chance, so that no refusal tells that somebody else of the same address was there. */
  byChance?: true;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/**
 * Every bound, by its name. One who asks is, where nobody has signed in, whoever comes from the same beginning of an address: that may be
 * thousands behind one mobile network, so these are loose. Of those who have signed in it is the organiser, the desk or the key.
 * A common bound is at least five times one's own, so that no single one uses it up.
 */
export const BOUNDS = {
  /** Codes, links, keys and receipts that are not right. Those that are right are never counted, and never refused. */
  secret: { each: { atOnce: 60, everyMs: 2 * SECOND } },
  /** Ballots: answered by work where too many come, not by a refusal. */
  ballot: {},
  /** Costs less than a page and stores nothing, or ends a right: whoever stole a session must not keep its owner from that. */
  free: {},
  /** Reasons and suggestions. Who sends some has answered, or is about to. */
  remarks: {
    each: { atOnce: 240, everyMs: 2 * SECOND },
    all: { atOnce: 1_200, everyMs: SECOND / 10 },
    byChance: true,
  },
  /** Reports of bad translations. One who asks needs a fortnight to fill the store alone. */
  reports: {
    each: { atOnce: 30, everyMs: 10 * MINUTE },
    all: { atOnce: 200, everyMs: 20 * SECOND },
  },
  /** Forms of the console. */
  console: {
    each: { atOnce: 240, everyMs: SECOND },
    all: { atOnce: 1_200, everyMs: SECOND / 5 },
  },
  /** Forms of the console that bring a file to be taken apart, make many codes or call another site. */
  heavy: {
    each: { atOnce: 40, everyMs: 10 * SECOND },
    all: { atOnce: 200, everyMs: 2 * SECOND },
  },
  /** Asking for the single ballots: each is a job that reads all of them. */
  exports: {
    each: { atOnce: 12, everyMs: 5 * MINUTE },
    together: { atOnce: 20, everyMs: 3 * MINUTE },
  },
  /** Answers of addressees at their desks. */
  desk: {
    each: { atOnce: 60, everyMs: 10 * SECOND },
    all: { atOnce: 600, everyMs: SECOND },
  },
  /** Whatever programs ask for, by their keys. */
  program: {
    each: { atOnce: 240, everyMs: SECOND / 2 },
    all: { atOnce: 1_200, everyMs: SECOND / 10 },
  },
  /** Pictures that are drawn when they are asked for: each takes a fifth of a second of the processor. */
  pictures: { each: { atOnce: 40, everyMs: SECOND } },
} as const satisfies Record<string, Bound>;

export type BoundName = keyof typeof BOUNDS;
