/**
 * How long nothing was counted, by two clocks: the one that people set, in which passes are dated, and the one that only
 * goes on, by which intervals are measured. Stream records are kept a day, so a silence of that length may have
 * lost some. Where the first clock moved and the second did not, it was set, or the machine slept; a sleep
 * as long as the records are kept can only be told from a clock set wrong by a recount.
 */
import type { Services } from "../services.ts";

/** A longer silence may have lost records, in ms. */
export const LONGEST_SILENCE = 20 * 60 * 60 * 1000;
/** How often a whole pass is written down, in ms. */
const NOTE_PASS_EVERY = 60_000;
/** By how much the clocks may part from one pass to the next without anybody being told, in ms. */
export const SLACK = 5 * 60_000;

/**
 * Why everything waits for a recount: records are lost, or may be (`stream-gap`); nothing was counted for long
 * before this process began (`long-silence`); or the clock was moved by so much that nobody can say (`clock-in-doubt`).
 */
export type Doubt = "stream-gap" | "long-silence" | "clock-in-doubt";

/** What is known of passes from the last one that was written down, of whichever process. */
export function passesSince(last: Date | undefined, now: () => Date, elapsed: () => number) {
  let noted = last && { at: last.getTime(), elapsed: undefined as number | undefined };
  let looked: { at: number; elapsed: number } | undefined;

  const doubtAtFirst = (at: number): Doubt | undefined => {
    if (noted === undefined) return undefined;
    // Dated ahead: the clock was wrong then or is now, and how long it was silent is anybody's guess.
    if (noted.at - at > SLACK) return "clock-in-doubt";
    return at - noted.at > LONGEST_SILENCE ? "long-silence" : undefined;
  };

  return {
    /** Asked before each pass; tells the operators when the clock was moved, once each time. */
    doubt(log: Services["log"]): Doubt | undefined {
      const before = looked;
      looked = { at: now().getTime(), elapsed: elapsed() };
      if (before === undefined) return doubtAtFirst(looked.at);
      const moved = looked.at - before.at - (looked.elapsed - before.elapsed);
      if (Math.abs(moved) > SLACK) {
        log({ level: "warn", event: "clock-moved", seconds: Math.round(moved / 1000) });
      }
      const silent = noted?.elapsed === undefined ? 0 : looked.elapsed - noted.elapsed;
      if (silent > LONGEST_SILENCE) return "stream-gap";
      return moved > LONGEST_SILENCE ? "clock-in-doubt" : undefined;
    },
    /** Whether a whole pass that began then is to be written down; also over one that is dated ahead of it. */
    isToNote(begun: Date): boolean {
      const since = noted === undefined ? Infinity : begun.getTime() - noted.at;
      return since < 0 || since >= NOTE_PASS_EVERY;
    },
    noted(begun: Date): void {
      noted = { at: begun.getTime(), elapsed: elapsed() };
    },
  };
}
