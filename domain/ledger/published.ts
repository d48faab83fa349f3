import * as z from "zod/mini";
import { RECORDERS } from "../response/entry.ts";
import { RESPONSE_STATUSES } from "../response/status.ts";
import type { Promised } from "../response/promise.ts";
import type { FatedAnswer } from "../response/standing.ts";
import type { Release } from "../release/schema.ts";
import type { Ledger, LedgerRow } from "./ledger.ts";
import { PRIORITIES, TOP } from "./places.ts";

const figure = z.nullable(z.number());
const count = z.nullable(z.int());
const day = z.iso.date();

/** A promise: by which day, by which answer, and what came of it. */
const promised = z.object({
  recommendation: z.string(),
  day,
  /** The number of the answer that promised it. */
  answer: z.int(),
  /** The measure that it is about, by its place from 0; without it, the whole recommendation. */
  measure: z.optional(z.int()),
  state: z.enum(["coming", "kept", "late", "passed"]),
});

const panel = z.object({
  rated: count,
  mean: figure,
  rank: count,
  rankRange: z.nullable(z.tuple([z.number(), z.number()])),
});

/**
 * The ledger as others get it: what a release tells of priority, beside the official answers and the days
 * without one. Days are those of the consultation's zone.
 */
export const ledgerSchema = z.object({
  consultation: z.string(),
  /** The day for which it was made. */
  day,
  /** The day of the first release, from which days are counted; `null` before it. */
  since: z.nullable(day),
  /** The release whose figures these are; `null` before the first. */
  release: z.nullable(
    z.object({
      release: z.int(),
      releasedAt: z.string(),
      hash: z.string(),
      final: z.boolean(),
      /** Whether ballots made by a program are among those counted. */
      simulated: z.boolean(),
    }),
  ),
  /** In which order the recommendations stand, and the summaries count; `null` where none can be told. */
  by: z.nullable(z.enum(PRIORITIES)),
  /** How many of the highest the summaries ask after. */
  top: z.int(),
  /** Whether ballots or official responses were made up to try Kenes out. */
  madeUp: z.boolean(),
  recommendations: z.array(
    z.object({
      code: z.string(),
      addressee: z.string(),
      panels: z.object({ public: panel, expert: panel }),
      /** From 1; ties share the higher place. */
      places: z.object({ both: count, public: count, expert: count }),
      status: z.enum(RESPONSE_STATUSES),
      /** The answer that stands to the whole recommendation: its number among the responses, who recorded it. */
      answer: z.nullable(z.object({ number: z.int(), by: z.enum(RECORDERS), day })),
      measures: z.object({ of: z.int(), answered: z.int() }),
      /** Whole days without an answer: until the first one, or until today. */
      silence: z.nullable(z.object({ days: z.int(), answeredOn: z.nullable(day) })),
      promises: z.array(promised),
    }),
  ),
  addressees: z.array(
    z.object({
      code: z.string(),
      recommendations: z.int(),
      top: z.object({ of: z.int(), answered: z.int() }),
      medianDays: figure,
      longest: z.nullable(z.object({ days: z.int(), codes: z.array(z.string()) })),
      passed: z.array(promised),
    }),
  ),
});
export type PublishedLedger = z.infer<typeof ledgerSchema>;

/** A ledger in that form. `isOrdered`: whether the release tells the order by which it was made. */
export function publishedLedger(
  consultation: string,
  ledger: Ledger,
  isOrdered: boolean,
  newest: { release: Release; hash: string } | undefined,
  madeUp: boolean,
): PublishedLedger {
  return {
    consultation,
    day: ledger.day,
    since: ledger.since ?? null,
    release: newest === undefined ? null : releaseOf(newest),
    by: isOrdered ? ledger.by : null,
    top: TOP,
    madeUp,
    recommendations: ledger.rows.map(published),
    addressees: ledger.addressees.map(({ longest, passed, ...one }) => ({
      ...one,
      longest: longest && { days: longest.days, codes: [...longest.codes] },
      passed: passed.map(promiseOf),
    })),
  };
}

const releaseOf = ({ release, hash }: { release: Release; hash: string }) => ({
  release: release.release,
  releasedAt: release.releasedAt,
  hash,
  final: release.final,
  simulated: release.simulated,
});

const published = ({ answer, silence, ...row }: LedgerRow) => ({
  ...row,
  answer: answer === undefined ? null : answerOf(answer),
  silence:
    silence === undefined ? null : { days: silence.days, answeredOn: silence.answeredOn ?? null },
  promises: row.promises.map(promiseOf),
});

const answerOf = ({ number, by, day: on }: FatedAnswer) => ({ number, by, day: on });

const promiseOf = ({ day: by, answer, state }: Promised) => ({
  recommendation: answer.recommendation,
  day: by,
  answer: answer.number,
  ...(answer.measure !== undefined && { measure: answer.measure }),
  state,
});
