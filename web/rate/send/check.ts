import { readInvitation } from "../../../domain/invitation/code.ts";
import type { Problem } from "../../../domain/problem.ts";
import type { Draft } from "../answers/draft.ts";

/** What can be seen without the server to be missing or mistyped; it judges everything else itself. */
export function visibleProblem({ ratings, invitation }: Draft): Problem | undefined {
  if (Object.keys(ratings).length === 0) {
    return { problem: "ballot-invalid", faults: [{ pointer: "/ratings", fault: "missing" }] };
  }
  return invitation !== "" && readInvitation(invitation) === undefined
    ? { problem: "invitation-refused" }
    : undefined;
}
