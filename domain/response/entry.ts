/**
 * Official responses: what an addressee answered to a recommendation, entry by entry. Nothing is changed or
 * deleted: a later entry supersedes an earlier one, and one that was wrong is withdrawn with a reason that is
 * shown. Everything in an entry is public.
 */
import type { Language, Texts } from "../language.ts";
import type { ResponseStatus } from "./status.ts";

/** Longest texts of an entry, in code points: a character outside the basic plane counts once. */
export const RESPONSE_LENGTHS = {
  statement: 4_000,
  source: 300,
  reason: 600,
  address: 500,
} as const;

/** Most bytes of the form that records an entry: its texts in every language, each letter up to twelve bytes. */
export const MOST_RESPONSE_BYTES = 1_300_000;

/** Most addresses of evidence in one entry. */
export const MOST_EVIDENCE = 10;

/** Most answers of one consultation: ten for each of a hundred recommendations. Withdrawing is always possible. */
export const MOST_RESPONSES = 1_000;

/** Most of them that desks can record: what an addressee writes must leave room for what others quote. */
export const MOST_FROM_DESKS = 500;

/** Who recorded an entry: the addressee itself, through its desk, or an organiser who quotes a source. */
export const RECORDERS = ["addressee", "organiser"] as const;
export type Recorder = (typeof RECORDERS)[number];

/** Where an organiser read what is quoted. */
export interface Source {
  /** Title, publisher and date, as one would cite it. */
  title: string;
  /** Where it can be read; shown with its host, never fetched. */
  address?: string;
}

interface Recorded {
  /** From 1, in the order of recording, without a gap. */
  number: number;
  /** The moment of recording, ISO 8601 in UTC, to the second. */
  at: string;
  by: Recorder;
  /** The code of the recommendation. */
  recommendation: string;
  /** A program made it up, to try things out: nobody ever said so (`made-up.ts`). */
  madeUp?: true;
}

/** What was answered, and by when more is promised. */
export interface Answer extends Recorded {
  kind: "answer";
  /** The addressee of the recommendation, by code. */
  addressee: string;
  /** The measure that it is about, by its place from 0; without it, the whole recommendation. */
  measure?: number;
  status: ResponseStatus;
  /** The day on which it was said, by the consultation's calendar: not after that of recording. */
  day: string;
  /** What was said, in those of the consultation's languages in which it was said or translated. */
  statement: Texts;
  /** The language in which it was said; the others are translations. */
  original: Language;
  /** Addresses (`https:`) that support it. */
  evidence: readonly string[];
  /** Always there when an organiser recorded it. */
  source?: Source;
  /** The day by which the addressee promises the next step, by the consultation's calendar. */
  promised?: string;
  /** The number of the entry that this one corrects. */
  corrects?: number;
}

/** That an entry does not hold. */
export interface Withdrawal extends Recorded {
  kind: "withdrawal";
  /** The number of the answer that is withdrawn. */
  withdraws: number;
  /** Why, in those languages in which it was written. */
  reason: Texts;
}

export type ResponseEntry = Answer | Withdrawal;
