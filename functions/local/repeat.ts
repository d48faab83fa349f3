import { setTimeout as wait } from "node:timers/promises";
import type { Services } from "../services.ts";

/**
 * Runs a job, waits, and runs it again until told to stop; ends when the last run has. A failure is
 * logged and tried again, since every job takes up where the last good run ended.
 */
export async function repeat(
  name: string,
  everyMs: number,
  stop: AbortSignal,
  log: Services["log"],
  job: () => Promise<unknown>,
): Promise<void> {
  while (!stop.aborted) {
    try {
      await job();
    } catch (failure) {
      if (!stop.aborted)
        log({ level: "error", event: "job-failed", name, failure: String(failure) });
    }
    await wait(everyMs, undefined, { signal: stop }).catch(() => {});
  }
}
