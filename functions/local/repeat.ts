import { setTimeout as wait } from "node:timers/promises";
import { SomeFailed } from "../jobs/each.ts";
import type { Services } from "../services.ts";
import { sayable } from "../store/database.ts";

/** Calls a job before its time: once, however often it is rung before the job comes. */
export class Bell {
  #isRung = false;
  #heard = new AbortController();

  ring(): void {
    this.#isRung = true;
    this.#heard.abort();
  }

  /** Until it is rung, unless it has been since it was last waited for; until the time is over, or all is stopped. */
  async rungWithin(ms: number, stop: AbortSignal): Promise<void> {
    if (!this.#isRung) {
      this.#heard = new AbortController();
      await pause(ms, AbortSignal.any([this.#heard.signal, stop]));
    }
    this.#isRung = false;
  }
}

/**
 * Runs a job, waits, and runs it again until told to stop; ends when the last run has. What it waits for
 * is the time, or before that somebody who rings. A failure is logged and tried again, since every job takes
 * up where the last good run ended.
 */
export async function repeat(
  name: string,
  everyMs: number,
  stop: AbortSignal,
  log: Services["log"],
  job: () => Promise<unknown>,
  { rings, notBefore = everyMs }: { rings?: Bell; notBefore?: number } = {},
): Promise<void> {
  while (!stop.aborted) {
    await tried(name, stop, log, job);
    await pause(notBefore, stop);
    if (rings !== undefined) await rings.rungWithin(everyMs - notBefore, stop);
  }
}

/** Runs a job, again and again while it fails, until it has succeeded once or all is stopped. */
export async function untilDone(
  name: string,
  againMs: number,
  stop: AbortSignal,
  log: Services["log"],
  job: () => Promise<unknown>,
): Promise<void> {
  while (!stop.aborted && !(await tried(name, stop, log, job))) await pause(againMs, stop);
}

/**
 * Whether a job has succeeded; why it has not is logged. One that failed for some consultations alone has done what it can:
 * the others do not wait for these, and operators were told when each began to fail.
 */
async function tried(
  name: string,
  stop: AbortSignal,
  log: Services["log"],
  job: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await job();
    return true;
  } catch (failure) {
    if (failure instanceof SomeFailed) return true;
    if (!stop.aborted)
      log({ level: "error", event: "job-failed", name, failure: sayable(failure) });
    return false;
  }
}

const pause = (ms: number, stop: AbortSignal): Promise<void> =>
  wait(ms, undefined, { signal: stop }).catch(() => {});
