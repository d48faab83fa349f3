import { plannedClosing } from "../consultation/closing.ts";
import type { Consultation } from "../consultation/definition.ts";
import { phaseAt, type Phase, plannedAfter, releasePlan } from "../disclosure/schedule.ts";
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
  /** When the next release is planned; `undefined` when that is after closing, or not known yet. */
  nextRelease: Date | undefined;
}

const DAY = 24 * 60 * 60 * 1_000;

/** Looks ahead from what has been published. */
export function outlook(
  definition: Pick<Consultation, "release" | "opensAt" | "closesAt" | "closings">,
  newest: Pick<Release, "ballots" | "final" | "method" | "rules"> | undefined,
  now: Date,
): Outlook {
  const { release, opensAt, closesAt } = definition;
  const left = closesAt === undefined ? undefined : Date.parse(closesAt) - now.getTime();
  // The plan is fixed with the first ballots looked for; what a release says of it holds.
  const plan =
    newest?.method === 2
      ? newest.rules.schedule
      : opensAt === undefined
        ? undefined
        : releasePlan(release.every, opensAt, plannedClosing(definition));
  return {
    phase: phaseAt(closesAt, now),
    daysLeft: left === undefined ? undefined : Math.max(0, Math.ceil(left / DAY)),
    experts: newest?.ballots.expert ?? null,
    final: newest?.final === true,
    nextRelease: plan === undefined ? undefined : plannedAfter(plan, closesAt, now),
  };
}
