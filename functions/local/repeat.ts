import { setTimeout as wait } from "node:timers/promises";
import { SomeFailed } from "../jobs/each.ts";
import type { Services } from "../services.ts";

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
    try {
      await job();
    } catch (failure) {
      // Of each consultation that it failed for the operators were told when it began to.
      if (!stop.aborted && !(failure instanceof SomeFailed))
        log({ level: "error", event: "job-failed", name, failure: String(failure) });
    }
    await pause(notBefore, stop);
    if (rings !== undefined) await rings.rungWithin(everyMs - notBefore, stop);
  }
}

const pause = (ms: number, stop: AbortSignal): Promise<void> =>
  wait(ms, undefined, { signal: stop }).catch(() => {});
