/** What of all official responses stands, and what became of the rest. */
import type { Answer, ResponseEntry, Withdrawal } from "./entry.ts";
import { isAnswer } from "./status.ts";

export const FATES = ["stands", "superseded", "aside", "corrected", "withdrawn"] as const;

/**
 * What became of an answer: it stands, a later one took its place, it was corrected, or withdrawn. `aside`: it is
 * none (status.ts), and one that was given to the same thing goes on standing.
 */
export type Fate =
  | { fate: "stands" | "superseded" | "aside" }
  | { fate: "corrected"; correctedBy: Answer }
  | { fate: "withdrawn"; withdrawnBy: Withdrawal };

/** An answer with what became of it. */
export type FatedAnswer = Answer & Fate;

/** Whether an answer still counts as having been given: not where it was corrected or withdrawn. */
export const holds = ({ fate }: Fate): boolean => fate !== "corrected" && fate !== "withdrawn";

/** All answers to one recommendation, newest first, each with what became of it. */
export function historyOf(
  entries: readonly ResponseEntry[],
  recommendation: string,
): FatedAnswer[] {
  const about = entries.filter((entry) => entry.recommendation === recommendation);
  const answers = about.filter((entry) => entry.kind === "answer").toSorted(newestFirst);
  const withdrawn = new Map(
    about.flatMap((entry) =>
      entry.kind === "withdrawal" ? [[entry.withdraws, entry] as const] : [],
    ),
  );
  // One that was withdrawn itself has corrected nothing.
  const corrected = new Map(
    answers.flatMap((answer) =>
      answer.corrects === undefined || withdrawn.has(answer.number)
        ? []
        : [[answer.corrects, answer] as const],
    ),
  );
  const gone = (answer: Answer): Fate | undefined => {
    const withdrawal = withdrawn.get(answer.number);
    if (withdrawal !== undefined) return { fate: "withdrawn", withdrawnBy: withdrawal };
    const correction = corrected.get(answer.number);
    return correction && { fate: "corrected", correctedBy: correction };
  };
  // A letter that is acknowledged after an answer takes nothing back.
  const held = answers.filter((answer) => gone(answer) === undefined);
  const stands = new Map<number | undefined, Answer>();
  for (const answer of [...held.filter(({ status }) => isAnswer(status)), ...held]) {
    if (!stands.has(answer.measure)) stands.set(answer.measure, answer);
  }
  return answers.map((answer): FatedAnswer => {
    const fate = gone(answer);
    if (fate !== undefined) return { ...answer, ...fate };
    const standing = stands.get(answer.measure)!;
    if (standing === answer) return { ...answer, fate: "stands" };
    return { ...answer, fate: newestFirst(answer, standing) < 0 ? "aside" : "superseded" };
  });
}

/** The later day first; of one day, the one that was recorded later. */
const newestFirst = (one: Answer, other: Answer): number =>
  other.day === one.day ? other.number - one.number : other.day < one.day ? -1 : 1;

/** The answer that stands to the whole recommendation, or to one measure of it. */
export const standingOf = (
  history: readonly FatedAnswer[],
  measure?: number,
): FatedAnswer | undefined =>
  history.find((answer) => answer.fate === "stands" && answer.measure === measure);
