import type { Context } from "hono";
import type { BoundName } from "../../domain/bound.ts";
import type { Noticed } from "../../domain/noticed.ts";
import type { Problem } from "../../domain/problem.ts";
import { INSTALLATION } from "../store/noticed.ts";
import { askerOf, type Environment } from "./environment.ts";

/** Counts one by its asker, at the consultation of its address. */
export const countAsked = (context: Context<Environment>, name: BoundName): Problem | undefined =>
  context.get("bounds").count(name, askerOf(context), context.req.param("id") ?? "");

/** The same of what respondents write; organisers are told where too much of it comes. */
export async function countNoticed(
  context: Context<Environment>,
  name: "remarks" | "reports",
): Promise<Problem | undefined> {
  const refusal = countAsked(context, name);
  if (refusal !== undefined) {
    await context.get("bounds").notice(name, context.get("known").definition.id);
  }
  return refusal;
}

/** What a code, a key or a receipt is refused with that is not right. */
const WRONG: Partial<Record<Problem["problem"], Noticed | "unnoticed">> = {
  "invitation-refused": "wrong-invitations",
  "recovery-refused": "wrong-sign-ins",
  "setup-refused": "wrong-sign-ins",
  "role-link-refused": "wrong-sign-ins",
  "desk-link-refused": "wrong-sign-ins",
  "passkey-refused": "wrong-sign-ins",
  "key-refused": "wrong-sign-ins",
  "export-link-refused": "unnoticed",
  // Whoever has lost their own asks for it now and then; nobody is to be told of that.
  "ballot-unknown": "unnoticed",
};

/**
 * A refusal as it is told: of a wrong code or receipt that is one too many of its asker, that there were too many. It was
 * looked for before, like any other, and a right one is not asked how many wrong ones came: so nobody can keep another
 * from using theirs.
 */
export async function told(context: Context<Environment>, refusal: Problem): Promise<Problem> {
  const kind = WRONG[refusal.problem];
  if (kind === undefined) return refusal;
  const bounds = context.get("bounds");
  const refused = bounds.count("secret", askerOf(context), "");
  // A sign-in, and the key of a program, of whatever consultation its address says.
  const id = kind === "wrong-invitations" ? context.get("known").definition.id : INSTALLATION;
  if (kind !== "unnoticed") await bounds.notice(kind, id);
  return refused ?? refusal;
}
