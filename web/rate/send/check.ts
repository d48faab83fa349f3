import type { Problem } from "../../../domain/problem.ts";
import { asWhom, codeOf, type Draft } from "../answers/draft.ts";
import { INVITATION_LENGTH } from "../answers/limits.ts";

/** What can be seen without the server to be missing or mistyped; it judges everything else itself. */
export function visibleProblem(draft: Draft): Problem | undefined {
  if (asWhom(draft) === "unsaid") return { problem: "panel-unsaid" };
  if (Object.keys(draft.ratings).length === 0) {
    return { problem: "ballot-invalid", faults: [{ pointer: "/ratings", fault: "missing" }] };
  }
  const code = codeOf(draft);
  return code && isTooShort(code) ? { problem: "invitation-refused" } : undefined;
}

/** Letters and digits are only counted: which of them may be meant, the server knows (domain/read-code.ts). */
const isTooShort = (typed: string): boolean =>
  typed.replace(/[^\p{L}\p{N}]/gu, "").length < INVITATION_LENGTH;
