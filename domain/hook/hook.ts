/**
 * A webhook: an address of an organiser's system that is told of news. What is waiting, how often it was tried
 * and what came of it are data; each change here is decided without a clock or a network of its own.
 */
/** Most webhooks of one consultation. */
export const MOST_HOOKS = 10;

/** Longest address of one, in UTF-16 units. */
export const HOOK_LENGTH = 500;

/** Most events that wait for one hook; the oldest give way. */
export const MOST_WAITING = 100;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How long after each failed attempt the next one is made; after the last of them none is. */
export const PAUSES: readonly number[] = [
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** A hook at which nothing has arrived for so many days is switched off. */
export const OFF_AFTER_DAYS = 5;

/** An event may be registered so long after the moment that it bears: a release of millions is counted for minutes. */
export const LATE = HOUR;

/** Why an attempt came to nothing, where no status did. None of it tells what was answered. */
export const FAILURES = ["address", "name", "connection", "tls", "timeout", "answer"] as const;
export type Failure = (typeof FAILURES)[number];

/** What came of one attempt. */
export type Outcome =
  | {
      /** The status of the answer; of what it says nothing is read. */
      status: number;
      /** For how many ms the receiver asks to be left alone. */
      retryAfter?: number;
    }
  | { failure: Failure };

/** An event, or a test, that is to be delivered. */
export interface Waiting {
  /** The key of the event; of a test, one that no event has. */
  key: string;
  /** When it happened, ISO 8601. */
  at: string;
  /** How many attempts have begun. */
  tries: number;
  /** Before this no attempt is made; ISO 8601. */
  next: string;
}

/** An attempt that was made. */
export type Attempt = { key: string; at: string; tries: number } & (
  | { status: number }
  | { failure: Failure }
);

export interface Hook {
  /** 128 random bits, hexadecimal; its secret is made from it (functions/secrets.ts). */
  id: string;
  address: string;
  addedAt: string;
  /** Nothing that happened before is told; ISO 8601. */
  from: string;
  /** Until when news was looked through, and the keys of what had happened in the hour before. */
  until: string;
  seen: readonly string[];
  waiting: readonly Waiting[];
  /** The newest first. */
  attempts: readonly Attempt[];
  /** Since when nothing has arrived; ISO 8601. */
  failingSince?: string;
  /** It is told nothing but tests: nothing arrived for days, or the receiver said that it is gone for good. */
  off?: { at: string; why: "failing" | "gone" };
}

/** The moment so many ms later. */
export const inMs = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();
