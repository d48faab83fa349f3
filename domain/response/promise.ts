/** What addressees promised by a day, and what came of it by the record. */
import type { FatedAnswer } from "./standing.ts";
import { holds } from "./standing.ts";
import { isAnswer } from "./status.ts";

/**
 * `coming`: its day is not over. `kept`: by the end of its day a later answer was given, to the same thing or to the
 * whole, whatever it says; one that is none (status.ts) does not do. `late`: one was given afterwards. `passed`: its
 * day is over and nothing followed.
 */
export type PromiseState = "coming" | "kept" | "late" | "passed";

export interface Promised {
  /** By which day. */
  day: string;
  /** The answer that promised it. */
  answer: FatedAnswer;
  state: PromiseState;
}

/** Every promise in the answers to one recommendation that hold, the earliest day first. */
export function promisesIn(history: readonly FatedAnswer[], today: string): Promised[] {
  const given = history.filter(holds);
  return given
    .flatMap((answer): Promised[] => {
      const { promised: day } = answer;
      if (day === undefined) return [];
      const later = given
        .filter(
          (other) =>
            isAnswer(other.status) &&
            (other.measure === answer.measure || other.measure === undefined) &&
            (other.day > answer.day || (other.day === answer.day && other.number > answer.number)),
        )
        .map((other) => other.day)
        .toSorted()[0];
      if (later !== undefined) return [{ day, answer, state: later <= day ? "kept" : "late" }];
      return [{ day, answer, state: today > day ? "passed" : "coming" }];
    })
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}
