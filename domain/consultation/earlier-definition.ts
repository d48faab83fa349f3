import type { Schedule } from "../disclosure/policy.ts";

const HOUR = 60;
const DAY = 24 * HOUR;

/** A definition of an earlier form as it would be written now. Anything else is returned as it is. */
export const fromEarlier = (value: unknown): unknown => withLanguages(withSchedule(value));

/** The languages of every definition from before each named its own. */
export const THREE = ["en", "ru", "kk"] as const;

/** Theirs was the time of the one consultation that there was. */
export const ZONE = "Asia/Almaty";

/** From before definitions named their languages: three, of which one was marked as the original. */
function withLanguages(value: unknown): unknown {
  if (!isRecord(value) || value["languages"] !== undefined) return value;
  const states = value["translations"];
  if (!isRecord(states) || THREE.some((one) => states[one] === undefined)) return value;
  const original = THREE.find((one) => states[one] === "original") ?? THREE[0];
  const { id, ...rest } = value;
  // Nothing kept several originals, or none, from being named: the first is meant.
  const state = (one: string) =>
    one !== original && states[one] === "original"
      ? "working"
      : one === original && ["working", "checked"].includes(String(states[one]))
        ? "original"
        : states[one];
  return {
    id,
    languages: [original, ...THREE.filter((one) => one !== original)],
    timeZone: ZONE,
    ...rest,
    translations: { ...states, ...Object.fromEntries(THREE.map((one) => [one, state(one)])) },
  };
}

/**
 * From before there were schedules: the pace becomes the next slower one. What was said of a small
 * expert panel has no counterpart: such a panel is protected like the public.
 */
function withSchedule(value: unknown): unknown {
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
