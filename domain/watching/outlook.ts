import { phaseAt, type Phase } from "../disclosure/schedule.ts";
import type { Release } from "../release/schema.ts";

/** What is next in a consultation: by its calendar and its newest release alone. */
export interface Outlook {
  phase: Phase;
  /** Whole days until it closes, rounded up; `undefined` without an end. */
  daysLeft: number | undefined;
  /** Experts who answered, as published; `null` when that is not. */
  experts: number | null;
  /** Whether the final release has been made. */
  final: boolean;
}

const DAY = 24 * 60 * 60 * 1_000;

/** Looks ahead from what has been published. */
export function outlook(
  closesAt: string | undefined,
  newest: Pick<Release, "ballots" | "final"> | undefined,
  now: Date,
): Outlook {
  const left = closesAt === undefined ? undefined : Date.parse(closesAt) - now.getTime();
  return {
    phase: phaseAt(closesAt, now),
    daysLeft: left === undefined ? undefined : Math.max(0, Math.ceil(left / DAY)),
    experts: newest?.ballots.expert ?? null,
    final: newest?.final === true,
  };
}
