import type { Role } from "../organiser/role.ts";
import { REFUSAL_REASONS, type RefusalReason, type RemarkState } from "./remark.ts";

/** What a moderator says of a text: that it is accepted, or why it is refused. */
export type Verdict = "accept" | RefusalReason;
const VERDICTS: readonly Verdict[] = ["accept", ...REFUSAL_REASONS];

/** The verdict that a form names, or `undefined` when it names none. */
export const readVerdict = (text: string | null): Verdict | undefined =>
  VERDICTS.find((one) => one === text);

/**
 * Where a text stands. `second`: one moderator has judged it, and another must say the same. `disputed`: two
 * said different things. Only what is accepted is public.
 */
export const STANDINGS = ["waiting", "second", "disputed", "accepted", "refused"] as const;
export type Standing = (typeof STANDINGS)[number];

/** A verdict that does not decide alone, and the id of who gave it: never shown, and gone once it is decided. */
export interface Vote {
  by: string;
  verdict: Verdict;
}

/** What moderators have said of a text. */
export interface Judged {
  standing: Standing;
  /** Why it is refused; only where it is. */
  refusal?: RefusalReason | undefined;
  votes: readonly Vote[];
}

/** Of a text that nobody has judged. */
export const UNJUDGED: Judged = { standing: "waiting", votes: [] };

/** How texts of a consultation are judged. */
export interface ModerationRules {
  /** Two different moderators must say the same. */
  two: boolean;
}

/** Who judges. */
export interface Judge {
  id: string;
  role: Role;
}

/**
 * Whether the next verdict is another's to give. A text that two have judged differently is decided by a third,
 * or by an owner.
 */
export const needsAnother = ({ standing, votes }: Judged, judge: Judge): boolean =>
  standing === "disputed" && judge.role !== "owner" && votes.some(({ by }) => by === judge.id);

/**
 * What stands after a verdict. Where two must agree, a verdict on what was decided before opens it again: it is
 * not public meanwhile. Refusals agree whatever their reasons; that of the second moderator is told.
 */
export function judgedBy(
  before: Judged,
  verdict: Verdict,
  judge: Judge,
  rules: ModerationRules,
): Judged {
  const own: Vote = { by: judge.id, verdict };
  if (!rules.two || before.standing === "disputed") return decided(verdict);
  const other = before.votes.find(({ by }) => by !== judge.id);
  if (before.standing !== "second" || other === undefined) {
    return { standing: "second", votes: [own] };
  }
  const agree = (other.verdict === "accept") === (verdict === "accept");
  return agree ? decided(verdict) : { standing: "disputed", votes: [other, own] };
}

const decided = (verdict: Verdict): Judged =>
  verdict === "accept"
    ? { standing: "accepted", votes: [] }
    : { standing: "refused", refusal: verdict, votes: [] };

/** Whether a verdict would change nothing: the text stands as it says. */
export const isSaidAlready = ({ standing, refusal }: Judged, verdict: Verdict): boolean =>
  verdict === "accept" ? standing === "accepted" : standing === "refused" && refusal === verdict;

/** What the author of a text is told of where it stands. */
export const outcomeIn = ({ standing, refusal }: Judged): RemarkState =>
  standing === "refused" && refusal !== undefined
    ? { state: "refused", refusal }
    : { state: standing === "accepted" ? "accepted" : "waiting" };
