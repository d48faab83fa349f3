import type { Schedule } from "../disclosure/policy.ts";

const HOUR = 60;
const DAY = 24 * HOUR;

/**
 * A definition from before there were schedules, as it would be written now: its pace becomes the
 * next slower schedule. What it said of a small expert panel has no counterpart: such a panel is
 * protected like the public. Anything else is returned as it is.
 */
export function fromEarlier(value: unknown): unknown {
  if (!isRecord(value) || !isRecord(value["release"])) return value;
  const { minMinutes, minChanged, ...release } = value["release"];
  if (minMinutes === undefined && minChanged === undefined) return value;
  // With a schedule it is none of those, and what it may not say is refused.
  if (release["every"] !== undefined) return value;
  const { smallPanelConsent: _, ...rest } = value;
  return { ...rest, release: { every: scheduleOf(Number(minMinutes)), ...release } };
}

/** The schedule that publishes no oftener than once in so many minutes. */
export const scheduleOf = (minMinutes: number): Schedule =>
  minMinutes <= HOUR ? "hour" : minMinutes <= DAY ? "day" : "week";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
