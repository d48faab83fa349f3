/**
 * The days of a consultation for a calendar: opening, closing, and what addressees promised. Everything that
 * calendars know an entry again by follows from the record alone, so that two copies of it agree.
 */
import type { Consultation } from "../consultation/definition.ts";
import { dayIn } from "../consultation/time-zone.ts";
import type { Answer, ResponseEntry } from "../response/entry.ts";
import { promisesIn } from "../response/promise.ts";
import { historyOf, holds } from "../response/standing.ts";
import type { About } from "./event.ts";

interface Always {
  /** Names it within its consultation, for good. */
  key: string;
  /** Grows whenever something about it may have changed. */
  sequence: number;
  /** When that was last; ISO 8601 in UTC. */
  changedAt: string;
  about?: About;
}

export type CalendarDay = Always &
  (
    | { kind: "opening" | "closing"; moment: string }
    /** `awaited` is false once it was withdrawn, moved to no day, or kept before the day was over. */
    | { kind: "promise"; about: About; day: string; answer: Answer; awaited: boolean }
  );

/** Every day of a consultation for calendars, in no order. */
export function daysOf(
  consultation: Pick<
    Consultation,
    "opensAt" | "closesAt" | "closings" | "recommendations" | "timeZone" | "source"
  >,
  entries: readonly ResponseEntry[],
  now: Date,
): CalendarDay[] {
  const { opensAt, closesAt, closings = [], recommendations, timeZone, source } = consultation;
  // Of a definition it is not known when it was written; its report is older than any.
  const written = `${source.date}T00:00:00Z`;
  const moments: CalendarDay[] = [
    ...(opensAt === undefined
      ? []
      : [
          {
            kind: "opening" as const,
            key: "opening",
            moment: opensAt,
            sequence: 0,
            changedAt: written,
          },
        ]),
    ...(closesAt === undefined
      ? []
      : [
          {
            kind: "closing" as const,
            key: "closing",
            moment: closesAt,
            sequence: closings.length,
            changedAt: closings.at(-1)?.at ?? written,
          },
        ]),
  ];
  const today = dayIn(timeZone, now);
  const promises = recommendations.flatMap(({ code, addressee }) =>
    promisedDays(
      { recommendation: code, addressee },
      entries.filter(({ recommendation }) => recommendation === code),
      today,
    ),
  );
  return [...moments, ...promises];
}

/** The promises about one recommendation: one for each answer with its corrections, which may move the day. */
function promisedDays(
  about: About,
  entries: readonly ResponseEntry[],
  today: string,
): CalendarDay[] {
  const history = historyOf(entries, about.recommendation);
  const promises = promisesIn(history, today);
  const byNumber = new Map(history.map((answer) => [answer.number, answer]));
  const chains = Map.groupBy(history, (answer) => {
    let first: Answer = answer;
    // A correction was recorded after what it corrects, so this ends.
    while (first.corrects !== undefined && first.corrects < first.number) {
      const before = byNumber.get(first.corrects);
      if (before === undefined) break;
      first = before;
    }
    return first.number;
  });
  return [...chains].flatMap(([first, chain]): CalendarDay[] => {
    const inOrder = chain.toSorted((one, other) => other.number - one.number);
    const standing = inOrder.find(holds);
    const last = standing?.promised === undefined ? undefined : standing;
    const answer = last ?? inOrder.find(({ promised }) => promised !== undefined);
    if (answer === undefined) return [];
    const promise = promises.find((one) => one.answer.number === answer.number);
    // Any later entry about the same recommendation may have changed what is promised, or whether it is.
    const later = entries.filter(({ number }) => number > first);
    return [
      {
        kind: "promise",
        key: `promise/${first}`,
        about,
        day: answer.promised!,
        answer,
        awaited: last !== undefined && promise !== undefined && promise.state !== "kept",
        sequence: later.length,
        changedAt: later.at(-1)?.at ?? byNumber.get(first)!.at,
      },
    ];
  });
}
