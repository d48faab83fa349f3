import type { Fault } from "../../../domain/fault.ts";
import type { Problem } from "../../../domain/problem.ts";
import { asWhom, codeOf, type Draft } from "../answers/draft.ts";
import { INVITATION_LENGTH, MOST_REASONS, REMARK_LENGTH } from "../answers/limits.ts";

/** What can be seen without the server to be missing or mistyped; it judges everything else itself. */
export function visibleProblem(draft: Draft): Problem | undefined {
  if (asWhom(draft) === "unsaid") return { problem: "panel-unsaid" };
  if (Object.keys(draft.ratings).length === 0) {
    return { problem: "ballot-invalid", faults: [{ pointer: "/ratings", fault: "missing" }] };
  }
  const faults = remarkFaults(draft);
  if (faults[0]) return { problem: "remarks-invalid", faults };
  const code = codeOf(draft);
  return code && isTooShort(code) ? { problem: "invitation-refused" } : undefined;
}

/** Letters and digits are only counted: which of them may be meant, the server knows (domain/read-code.ts). */
const isTooShort = (typed: string): boolean =>
  typed.replace(/[^\p{L}\p{N}]/gu, "").length < INVITATION_LENGTH;

/** What was written at too great length, and too often: as the server names it. */
const remarkFaults = ({ texts }: Draft): Fault[] => {
  const { "": suggestion, ...reasons } = texts;
  const tooMuch = (pointer: string): Fault => ({ pointer, fault: "out-of-range" });
  const isLong = (text: string) => [...text.trim()].length > REMARK_LENGTH;
  return [
    ...Object.entries(reasons).flatMap(([code, { text }], place) => [
      ...(place < MOST_REASONS ? [] : [tooMuch(`/reasons/${code}`)]),
      ...(isLong(text) ? [tooMuch(`/reasons/${code}/text`)] : []),
    ]),
    ...(suggestion && isLong(suggestion.text) ? [tooMuch("/suggestion/text")] : []),
  ];
};
