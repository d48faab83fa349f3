import { type Phase } from "../disclosure/calendar.ts";
import { type DisclosurePolicy, SMALLEST_COUNT } from "../disclosure/policy.ts";
import { shownCount } from "../disclosure/rounding.ts";

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

/**
 * How many of a group's codes were used, as far as organisers may know. A used code is an expert's
 * ballot, so this follows the rules for the number of ballots: nothing of fewer than ten codes, no
 * number under what is published of a panel, the rest rounded. Where published counts carry noise, a
 * count without it beside them would take the noise off again, so none is told.
 */
export function shownCounts(
  { made, used }: InvitationCounts,
  policy: DisclosurePolicy,
  phase: Phase,
): ShownCounts {
  const least = Math.max(SMALLEST_COUNT, phase === "closed" ? policy.base : policy.liveFrom);
  if (policy.noiseBelow.panel > 0) return { made, used: "not-in-this-consultation", least };
  if (made < SMALLEST_COUNT) return { made, used: "too-small-a-group", least };
  const rounded = used < least ? null : shownCount(used, policy);
  return { made, used: rounded === null ? "fewer" : Math.min(made, rounded), least };
}
