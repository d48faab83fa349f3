/**
 * Silence as a state with a date (docs/decisions/026-silence.md): days from the day of the first release on
 * which no official answer to a recommendation had been given. All days are those of the consultation's zone.
 */
import type { FatedAnswer } from "./standing.ts";
import { holds } from "./standing.ts";
import { isAnswer } from "./status.ts";

export interface Silence {
  /** The day of the first release, from which days are counted; ISO 8601. */
  since: string;
  /** Whole days without an answer: until the day of the first one, or until today. */
  days: number;
  /** The day of the first answer that holds; `undefined` while there is none. */
  answeredOn: string | undefined;
}

const DAY_MS = 86_400_000;

/** Whole days from one day to another; 0 where the other is not later. */
export const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS));

/**
 * How long there has been no answer to a recommendation of so many measures. An answer to the whole answers it,
 * and so do answers to each of its measures, with the last of them. One that was withdrawn or corrected was none.
 */
export function silenceOf(
  history: readonly FatedAnswer[],
  measures: number,
  since: string,
  today: string,
): Silence {
  const answers = history.filter(
    (answer) => holds(answer) && isAnswer(answer.status) && answer.day <= today,
  );
  const firstTo = (measure: number | undefined): string | undefined =>
    answers
      .filter((answer) => answer.measure === measure)
      .map(({ day }) => day)
      .toSorted()[0];
  const ofMeasures = Array.from({ length: measures }, (_, measure) => firstTo(measure));
  const all =
    measures > 0 && ofMeasures.every((day) => day !== undefined)
      ? ofMeasures.toSorted().at(-1)
      : undefined;
  const answeredOn = [firstTo(undefined), all].filter((day) => day !== undefined).toSorted()[0];
  return { since, days: daysBetween(since, answeredOn ?? today), answeredOn };
}
