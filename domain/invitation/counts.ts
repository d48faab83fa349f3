import type { Consultation } from "../consultation/definition.ts";
import type { Disclosure } from "../disclosure/policy.ts";

/** Invitations as they are counted in the store, of one group or of all. */
export interface InvitationCounts {
  made: number;
  used: number;
  revoked: number;
}

/** What organisers are told of a group of invitations. */
export interface ShownCounts {
  made: number;
  /** Rounded like every published count; or why it is not told. */
  used: number | "fewer" | "too-small-a-group" | "not-in-this-consultation";
  /** Under how many "fewer" means. */
  least: number;
}

/** Fewest codes of which anything is told, and the multiples that numbers are rounded to. */
const [LEAST, ROUND_TO] = [10, 5];

/**
 * How many of a group's codes were used, as far as organisers may know: who has taken part, not what
 * anybody said. Nothing of fewer than ten codes, the rest rounded; and nothing at all where taking part
 * may be dangerous.
 */
export function shownCounts({ made, used }: InvitationCounts, disclosure: Disclosure): ShownCounts {
  const least = LEAST;
  if (disclosure === "at-risk") return { made, used: "not-in-this-consultation", least };
  if (made < LEAST) return { made, used: "too-small-a-group", least };
  if (used < LEAST) return { made, used: "fewer", least };
  return { made, used: Math.min(made, Math.round(used / ROUND_TO) * ROUND_TO), least };
}

/** Why it is not told whose codes of a group are unused. */
export type Unlisted = Exclude<ShownCounts["used"], number> | "exact";

/**
 * Why the labels of unused codes are not listed; `undefined` where they are. The rest of a group are
 * those who have answered, so the list is given only where they are ten at least, as their number is; never
 * where taking part may be dangerous; and not where the experts are published exactly: who has answered
 * between two releases is then told apart by the difference of the two.
 */
export function whyUnlisted(
  { used }: ShownCounts,
  experts: Consultation["experts"],
): Unlisted | undefined {
  if (used === "not-in-this-consultation") return used;
  if (experts === "exact") return "exact";
  return typeof used === "number" ? undefined : used;
}
