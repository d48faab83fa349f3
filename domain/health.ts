/** Whether an installation works, in words that are fixed: for machines that watch it. It tells no figure and nobody's name. */
import { countingHealth } from "./participation/health.ts";
import type { ReadOnly } from "./read-only.ts";
import type { Trouble } from "./trouble.ts";

/** What is looked at, in the order in which it is told. */
export const CHECKS = ["database", "counting", "publication", "disk", "writing"] as const;

interface Check {
  name: (typeof CHECKS)[number];
  ok: boolean;
  /** Since when, in ISO 8601, where that is known. */
  since?: string;
  /** Why it is not well, or what is to be seen to soon. */
  detail?:
    | "no-answer"
    | "damaged"
    | "never"
    | "behind"
    | "difference"
    | "gap"
    | "full"
    | "nearly-full"
    | "read-only";
}

export interface Health {
  ok: boolean;
  checks: Check[];
}

/** What was found. */
export interface Found {
  /** What the database said, or that it said nothing in time. */
  stored:
    | {
        pass: Date | undefined;
        stops: readonly { reason: "gap" | "difference"; since: string }[];
        readOnly: ReadOnly | undefined;
      }
    | "no-answer";
  /** Of one machine; the cloud has no disk that fills. */
  troubles: readonly Trouble[] | undefined;
}

/**
 * Each check as it stands at a moment. What only limits what can be done, as a disk that fills or the read-only switch, is
 * told and is no fault. Of a database that says nothing nobody knows what it holds: that is not well.
 */
export function healthChecks({ stored, troubles }: Found, now: Date): Check[] {
  const has = (trouble: Trouble) => troubles?.includes(trouble) === true;
  const checks: Check[] = [databaseCheck(stored === "no-answer", has("database-damaged"))];
  if (stored === "no-answer") {
    for (const name of ["counting", "publication"] as const) {
      checks.push({ name, ok: false, detail: stored });
    }
  } else {
    checks.push(countingCheck(stored.pass, now));
    const [stop] = stored.stops.toSorted((one, other) => (one.since < other.since ? -1 : 1));
    const stopped = stop && { since: stop.since, detail: stop.reason };
    checks.push({ name: "publication", ok: stop === undefined, ...stopped });
  }
  if (troubles !== undefined) {
    const detail = has("disk-full") ? "full" : has("disk-nearly-full") ? "nearly-full" : undefined;
    checks.push({ name: "disk", ok: detail !== "full", ...(detail && { detail }) });
  }
  if (stored !== "no-answer") {
    const { readOnly } = stored;
    const told = readOnly && ({ since: readOnly.since, detail: "read-only" } as const);
    checks.push({ name: "writing", ok: true, ...told });
  }
  return checks;
}

const databaseCheck = (isSilent: boolean, isDamaged: boolean): Check => {
  const detail = isSilent ? "no-answer" : isDamaged ? "damaged" : undefined;
  return { name: "database", ok: detail === undefined, ...(detail && { detail }) };
};

function countingCheck(pass: Date | undefined, now: Date): Check {
  if (pass === undefined) return { name: "counting", ok: false, detail: "never" };
  const since = pass.toISOString();
  return countingHealth(pass, false, undefined, now).state === "behind"
    ? { name: "counting", ok: false, since, detail: "behind" }
    : { name: "counting", ok: true, since };
}

/** The whole, or the named checks of it: well where each of these is. */
export function healthOf(checks: readonly Check[], only: readonly string[] = []): Health {
  const told = checks.filter(({ name }) => only.length === 0 || only.includes(name));
  return { ok: told.every(({ ok }) => ok), checks: told };
}
