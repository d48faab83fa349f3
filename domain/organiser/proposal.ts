/**
 * The rule of two persons: what one organiser proposes, another one confirms. It keeps a slip or one
 * taken-over account from doing what cannot be undone; it cannot keep two who agree from it.
 */
import { type PublishedConsultation, stepsAt } from "../consultation/life.ts";
import type { ProblemCode } from "../problem.ts";
import { type Action, may, type Role, roleOf } from "./role.ts";

/** The acts that need a second person where the consultation's definition says so. */
export const TWO_PERSON_ACTS = ["close", "export"] as const;
export type TwoPersonAct = (typeof TWO_PERSON_ACTS)[number];

/** What one organiser wants done. */
export interface Proposal {
  act: TwoPersonAct;
  /** The organiser's id, and their name as it was then. */
  by: string;
  name: string;
  /** ISO 8601, UTC. */
  at: string;
  /** Of an export: the language of its labels. */
  language?: string;
}

/** The right to propose an act, and to take a proposal of it back. */
const PROPOSES: Record<TwoPersonAct, Action> = { close: "lifecycle", export: "export" };
/** The right to confirm: an owner's, whoever has proposed. */
const CONFIRMS: Action = "lifecycle";

const LAPSES_AFTER = 7 * 24 * 60 * 60_000;

type Members = Readonly<Record<string, Role>>;

/** Whether that role may propose an act, and so take a proposal of it back. */
export const mayPropose = (role: Role, act: TwoPersonAct): boolean => may(role, PROPOSES[act]);

/** Whether that role may confirm what somebody else has proposed. */
export const mayConfirm = (role: Role): boolean => may(role, CONFIRMS);

/** The act that a text names. */
export const readAct = (text: string | null): TwoPersonAct | undefined =>
  TWO_PERSON_ACTS.find((act) => act === text);

/** When a proposal lapses. */
export const lapsesAt = ({ at }: Proposal): string =>
  new Date(Date.parse(at) + LAPSES_AFTER).toISOString();

/** Whether a proposal still stands: not older than a week, its proposer still one who may propose. */
export const stands = (proposal: Proposal, members: Members, at: Date): boolean =>
  at.getTime() - Date.parse(proposal.at) < LAPSES_AFTER &&
  can(members, proposal.by, PROPOSES[proposal.act]);

/** The proposals that stand at a moment, and of which something can still come. */
export const standing = (
  proposals: readonly Proposal[],
  published: PublishedConsultation | undefined,
  members: Members,
  at: Date,
): Proposal[] =>
  proposals.filter((one) => {
    const isPossible =
      one.act === "close"
        ? stepsAt(published, at).includes("close")
        : published?.life.purge === undefined;
    return isPossible && stands(one, members, at);
  });

/** Whether there is somebody besides that organiser who could confirm. */
const hasSecond = (members: Members, besides: string): boolean =>
  Object.keys(members).some((id) => id !== besides && can(members, id, CONFIRMS));

/** Whether an act needs somebody besides that organiser, and whether there is anybody. */
export type SecondPerson = "alone" | "two" | "nobody-else";

export const secondPerson = (
  definition: { twoPersons?: boolean | undefined } | undefined,
  members: Members,
  besides: string,
): SecondPerson => {
  if (definition?.twoPersons !== true) return "alone";
  return hasSecond(members, besides) ? "two" : "nobody-else";
};

/** Why that organiser may not propose the act now; `undefined` when they may. */
export function proposingRefused(
  act: TwoPersonAct,
  by: string,
  former: Proposal | undefined,
  members: Members,
  at: Date,
): ProblemCode | undefined {
  if (!can(members, by, PROPOSES[act])) return "page-unknown";
  if (former !== undefined && stands(former, members, at)) return "proposal-stands";
  return hasSecond(members, by) ? undefined : "second-owner-missing";
}

/** Why that organiser may not confirm, or take back, the proposal they saw; `undefined` when they may. */
export function answeringRefused(
  answer: "confirm" | "withdraw",
  by: string,
  proposal: Proposal | undefined,
  members: Members,
  at: Date,
): ProblemCode | undefined {
  if (proposal === undefined || !stands(proposal, members, at)) return "proposal-unknown";
  const needed = answer === "confirm" ? CONFIRMS : PROPOSES[proposal.act];
  if (!can(members, by, needed)) return "page-unknown";
  return answer === "confirm" && by === proposal.by ? "proposal-own" : undefined;
}

function can(members: Members, id: string, action: Action): boolean {
  const role = roleOf(members, id);
  return role !== undefined && may(role, action);
}
