/**
 * The ledger: each recommendation's priority, as the newest release has it, beside the days that it has waited
 * for an official answer. A pure function of a release, the official responses and the calendar: it holds no
 * figure of respondents that is not in the release, or made from those that are.
 */
import type { Panel } from "../ballot/ballot.ts";
import type { Consultation } from "../consultation/definition.ts";
import type { Figures, Release } from "../release/schema.ts";
import type { ResponseEntry } from "../response/entry.ts";
import { type Promised, promisesIn } from "../response/promise.ts";
import { type Silence, silenceOf } from "../response/silence.ts";
import { type FatedAnswer, historyOf, standingOf } from "../response/standing.ts";
import { isAnswer, type ResponseStatus } from "../response/status.ts";
import { placesIn, type Priority, TOP } from "./places.ts";

export interface LedgerRow {
  code: string;
  addressee: string;
  panels: Readonly<Record<Panel, Pick<Figures, "rated" | "mean" | "rank" | "rankRange">>>;
  /** Its place from 1 in each order; ties share the higher place. `null` where its mean is not told. */
  places: Readonly<Record<Priority, number | null>>;
  /** What stands of the whole recommendation; `no-answer` where nothing was recorded. */
  status: ResponseStatus;
  answer: FatedAnswer | undefined;
  /** How many measures it has, and of how many an answer stands that is one. */
  measures: { of: number; answered: number };
  /** `undefined` before the first release: days are counted from that. */
  silence: Silence | undefined;
  promises: readonly Promised[];
}

export interface AddresseeSummary {
  code: string;
  /** How many recommendations it has. */
  recommendations: number;
  /** How many of the ten highest are its own, and how many of those are answered. */
  top: { of: number; answered: number };
  /** Median of the days without an answer over all its recommendations, answered or not. */
  medianDays: number | null;
  /** The longest of those that last, and which recommendations have waited so long; `null` where all are answered. */
  longest: { days: number; codes: readonly string[] } | null;
  /** Its promises whose day passed and after which nothing came. */
  passed: readonly Promised[];
}

export interface Ledger {
  /** The day for which it was made, in the consultation's zone; ISO 8601. */
  day: string;
  /** The day of the first release. */
  since: string | undefined;
  by: Priority;
  /** The highest first, those of no told place last, each in the order of the catalogue where alike. */
  rows: readonly LedgerRow[];
  /** In the order of the definition. */
  addressees: readonly AddresseeSummary[];
}

/** Makes the ledger. `firstReleasedOn` is the day of the first release in the consultation's zone. */
export function ledgerOf(input: {
  consultation: Pick<Consultation, "addressees" | "recommendations">;
  /** The newest release; `undefined` before the first. */
  release: Release | undefined;
  firstReleasedOn: string | undefined;
  entries: readonly ResponseEntry[];
  today: string;
  by: Priority;
}): Ledger {
  const { consultation, release, firstReleasedOn: since, entries, today, by } = input;
  const places = placesIn(release?.recommendations ?? []);
  const figuresOf = new Map(release?.recommendations.map((one) => [one.code, one.panels]));
  const rows = consultation.recommendations.map((one): LedgerRow => {
    const history = historyOf(entries, one.code);
    const answer = standingOf(history);
    const figures = figuresOf.get(one.code);
    const of = one.measures.length;
    const answered = Array.from({ length: of }, (_, measure) => standingOf(history, measure));
    return {
      code: one.code,
      addressee: one.addressee,
      panels: { public: shown(figures?.public), expert: shown(figures?.expert) },
      places: {
        both: places.both.get(one.code) ?? null,
        public: places.public.get(one.code) ?? null,
        expert: places.expert.get(one.code) ?? null,
      },
      status: answer?.status ?? "no-answer",
      answer,
      measures: {
        of,
        answered: answered.filter((each) => each !== undefined && isAnswer(each.status)).length,
      },
      silence: since === undefined ? undefined : silenceOf(history, of, since, today),
      promises: promisesIn(history, today),
    };
  });
  const sorted = rows.toSorted(
    (one, other) => (one.places[by] ?? LAST) - (other.places[by] ?? LAST),
  );
  const addressees = consultation.addressees.map(({ code }) =>
    summaryOf(
      code,
      rows.filter((row) => row.addressee === code),
      by,
    ),
  );
  return { day: today, since, by, rows: sorted, addressees };
}

/** Where a recommendation stands whose place is not told: after all others. */
const LAST = Number.MAX_SAFE_INTEGER;

/** Whether somebody has answered, however long it took. */
export const isAnswered = ({ silence, answer, measures }: LedgerRow): boolean =>
  silence === undefined
    ? (answer !== undefined && isAnswer(answer.status)) ||
      (measures.of > 0 && measures.answered === measures.of)
    : silence.answeredOn !== undefined;

const shown = (figures: Figures | undefined): LedgerRow["panels"][Panel] => ({
  rated: figures?.rated ?? null,
  mean: figures?.mean ?? null,
  rank: figures?.rank ?? null,
  rankRange: figures?.rankRange ?? null,
});

function summaryOf(code: string, rows: readonly LedgerRow[], by: Priority): AddresseeSummary {
  const top = rows.filter(({ places }) => (places[by] ?? LAST) <= TOP);
  const days = rows.flatMap(({ silence }) => silence?.days ?? []).toSorted((a, b) => a - b);
  const waiting = rows.filter((row) => row.silence !== undefined && !isAnswered(row));
  const most = Math.max(...waiting.map(({ silence }) => silence!.days));
  return {
    code,
    recommendations: rows.length,
    top: { of: top.length, answered: top.filter(isAnswered).length },
    medianDays: medianOf(days),
    longest:
      waiting.length === 0
        ? null
        : {
            days: most,
            codes: waiting.filter(({ silence }) => silence!.days === most).map((row) => row.code),
          },
    passed: rows.flatMap(({ promises }) => promises.filter(({ state }) => state === "passed")),
  };
}

/** The middle of ascending numbers, or the mean of the two that stand there. */
export function medianOf(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
