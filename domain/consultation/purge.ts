/**
 * The deletion of a consultation's ballots, once it is archived and its time is over. It cannot be
 * undone, so it waits until nothing is left that only the ballots could tell.
 */
import type { PublishedConsultation } from "./life.ts";

const DAY = 24 * 60 * 60_000;

/** From when the ballots may be deleted; `undefined` where that is never, or has no date yet. */
const purgeDate = ({
  closesAt,
  purgeAfterDays,
}: Pick<PublishedConsultation["definition"], "closesAt" | "purgeAfterDays">): string | undefined =>
  closesAt === undefined || purgeAfterDays === undefined
    ? undefined
    : new Date(Date.parse(closesAt) + purgeAfterDays * DAY).toISOString();

/** What an organiser should know of the deletion at a moment. */
export type PurgeState =
  | { state: "never" }
  | { state: "days"; days: number }
  | { state: "planned" | "due" | "running" | "done"; at: string };

/** How far the deletion is, or from when it is to be. */
export function purgeState({ definition, life }: PublishedConsultation, at: Date): PurgeState {
  const { purge } = life;
  if (purge !== undefined) {
    return purge.done === undefined
      ? { state: "running", at: purge.begun }
      : { state: "done", at: purge.done };
  }
  if (definition.purgeAfterDays === undefined) return { state: "never" };
  const date = purgeDate(definition);
  if (date === undefined) return { state: "days", days: definition.purgeAfterDays };
  return { state: at.getTime() < Date.parse(date) ? "planned" : "due", at: date };
}

/** What is known of a consultation's counting when its deletion is decided. */
export interface Counted {
  /** Whether anything was ever counted. */
  any: boolean;
  /** Whether the final release has been made. */
  final: boolean;
  /** Whether publication is stopped. */
  stopped: boolean;
  recount: { at: string; differences: number } | undefined;
}

/** Why the deletion does not begin now. */
export type PurgeWait = "never" | "not-archived" | "too-early" | "not-confirmed";

/**
 * Why the deletion does not begin now; `undefined` when it does. `not-confirmed`: the final release is
 * missing, or no recount after closing has agreed with the count. After the deletion nothing could.
 */
export function purgeWait(
  { definition, life }: PublishedConsultation,
  counted: Counted,
  at: Date,
): PurgeWait | undefined {
  const date = purgeDate(definition);
  if (date === undefined) return "never";
  if (!life.archived) return "not-archived";
  if (at.getTime() < Date.parse(date)) return "too-early";
  const { any, final, stopped, recount } = counted;
  const agreed =
    recount !== undefined &&
    recount.differences === 0 &&
    Date.parse(recount.at) > Date.parse(definition.closesAt!);
  return agreed && !stopped && (final || !any) ? undefined : "not-confirmed";
}
