/** How the counting fares: told in times and words, never in figures of the tally. */
export interface CountingHealth {
  state: "never-read" | "up-to-date" | "behind" | "stopped";
  /** For how many whole minutes the stream has not been read to its end. */
  minutesBehind: number;
  recount: { at: string; agreed: boolean } | undefined;
}

/** The end of a pass is noted once a minute; a few of them may be missed. In minutes. */
const USUAL = 5;

/** What is known of the counting at a moment, in one word and a few facts. */
export function countingHealth(
  lastPass: Date | undefined,
  stopped: boolean,
  recount: { at: string; differences: number } | undefined,
  now: Date,
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
  };
}
