/** What of all official responses stands, and what became of the rest. */
import type { Answer, ResponseEntry, Withdrawal } from "./entry.ts";

/** What became of an answer: it stands, a later one came, it was corrected, or withdrawn. */
export type Fate =
  | { fate: "stands" | "superseded" }
  | { fate: "corrected"; correctedBy: Answer }
  | { fate: "withdrawn"; withdrawnBy: Withdrawal };

/** An answer with what became of it. */
export type FatedAnswer = Answer & Fate;

/** Whether an answer still counts as having been given: not where it was corrected or withdrawn. */
export const holds = ({ fate }: Fate): boolean => fate === "stands" || fate === "superseded";

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
  const seen = new Set<number | undefined>();
  return answers.map((answer): FatedAnswer => {
    const withdrawal = withdrawn.get(answer.number);
    if (withdrawal !== undefined) return { ...answer, fate: "withdrawn", withdrawnBy: withdrawal };
    const correction = corrected.get(answer.number);
    if (correction !== undefined) return { ...answer, fate: "corrected", correctedBy: correction };
    const fate = seen.has(answer.measure) ? "superseded" : "stands";
    seen.add(answer.measure);
    return { ...answer, fate };
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
