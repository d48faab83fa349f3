/** The jobs that may fail for one consultation and go on for the others. */
export const TROUBLED_JOBS = ["release", "recount", "after-closing", "hooks", "mix"] as const;
export type TroubledJob = (typeof TROUBLED_JOBS)[number];

/** What organisers are told besides, of what stands in the way of their consultation. */
export type Notice =
  /** The newest release is dated ahead of the clock: that was wrong when it was made, or is now. */
  | { notice: "dated-ahead"; release: number; at: string }
  /** The last release was made by a clock that was ahead, while answers still come in. */
  | { notice: "closed-early"; release: number; at: string }
  /** The file of the newest release cannot be read; the one before is shown meanwhile. */
  | { notice: "unreadable"; release: number }
  /** What runs by itself fails since then. */
  | { notice: "job-fails"; job: TroubledJob; since: string };

/** How the counting fares: told in times and words, never in figures of the tally. */
export interface CountingHealth {
  state: "never-read" | "up-to-date" | "behind" | "stopped";
  /** For how many whole minutes the stream has not been read to its end. */
  minutesBehind: number;
  recount: { at: string; agreed: boolean } | undefined;
  notices: readonly Notice[];
}

/** The end of a pass is noted once a minute; a few of them may be missed. In minutes. */
const USUAL = 5;

/** What is known of the counting at a moment, in one word and a few facts. */
export function countingHealth(
  lastPass: Date | undefined,
  stopped: boolean,
  recount: { at: string; differences: number } | undefined,
  now: Date,
  notices: readonly Notice[] = [],
): CountingHealth {
  const minutesBehind =
    lastPass === undefined
      ? 0
      : Math.max(0, Math.floor((now.getTime() - lastPass.getTime()) / 60_000));
  const reading =
    lastPass === undefined ? "never-read" : minutesBehind > USUAL ? "behind" : "up-to-date";
  return {
    state: stopped ? "stopped" : reading,
    minutesBehind,
    recount: recount && { at: recount.at, agreed: recount.differences === 0 },
    notices,
  };
}

/** What the newest release tells of the clock. */
export function clockNotices(
  newest: { release: number; releasedAt: string; final: boolean } | undefined,
  closesAt: string | undefined,
  now: Date,
): Notice[] {
  if (newest === undefined) return [];
  const { release, releasedAt: at, final } = newest;
  const isAhead = Date.parse(at) - now.getTime() > USUAL * 60_000;
  if (!isAhead) return [];
  const isOpen = closesAt === undefined || Date.parse(closesAt) > now.getTime();
  return [{ notice: final && isOpen ? "closed-early" : "dated-ahead", release, at }];
}
