/** A database that is started again when it ends, under the server that uses it. */
import { setTimeout as wait } from "node:timers/promises";
import type { Services } from "../services.ts";
import type { Database } from "./database.ts";
import type { OwnDatabase } from "./start-database.ts";

/** After how many ends within that time it is given up. */
export const MOST_ENDS = 5;
const WITHIN_MS = 10 * 60_000;
/** How long it is waited before the second start, in ms; before each further one twice as long. */
const FIRST_PAUSE = 1_000;

interface Ways {
  /** Starts it once more, at the port that it had where that is free. */
  start: (port: number) => Promise<OwnDatabase>;
  /** Holds the folder meanwhile, so that no other server takes it; false when one has. */
  hold: () => Promise<boolean>;
  /** When another one answers. */
  after: (database: OwnDatabase) => Promise<void>;
  log: Services["log"];
  /** Instead of `FIRST_PAUSE`. */
  firstPause?: number;
}

/**
 * The database under the same key, whose `endpoint` is always that of the one that runs. It has `exited` when
 * it was stopped, or was given up: after `MOST_ENDS` ends or vain starts within ten minutes, with the last reason.
 */
export function supervise(
  first: OwnDatabase,
  { start, hold, after, log, firstPause = FIRST_PAUSE }: Ways,
): Database {
  let current = first;
  const stopping = new AbortController();
  const ends: number[] = [];

  /** One more of them; the reason why it ends for good, or `undefined` when another one runs. */
  async function again(reason: string): Promise<string | undefined> {
    const now = performance.now();
    ends.push(now);
    const recent = ends.filter((at) => now - at < WITHIN_MS).length;
    if (recent >= MOST_ENDS)
      return `it ended ${recent} times within ten minutes, at last: ${reason}`;
    log({ level: "error", event: "database-ended", reason, recent });
    try {
      // Its keeper may have ended and left Java behind, on the same files.
      await current.stop();
      if (!(await hold())) return `another server has taken the data folder meanwhile (${reason})`;
      // The first time at once: ballots are waiting.
      const pause = recent === 1 ? 0 : firstPause * 2 ** (recent - 2);
      await wait(pause, undefined, { signal: stopping.signal });
      current = await start(current.port);
      if (stopping.signal.aborted) return reason;
      await after(current);
      log({ level: "warn", event: "database-restarted", endpoint: current.endpoint });
      return undefined;
    } catch (failure) {
      if (stopping.signal.aborted) return reason;
      return again(failure instanceof Error ? failure.message : String(failure));
    }
  }

  async function keep(): Promise<string> {
    for (;;) {
      const reason = await current.exited;
      if (stopping.signal.aborted) return reason;
      const last = await again(reason);
      if (last !== undefined) return last;
    }
  }

  const exited = keep();
  return {
    get endpoint() {
      return current.endpoint;
    },
    accessKeyId: first.accessKeyId,
    exited,
    async stop() {
      stopping.abort();
      await current.stop();
      // A start may have been under way.
      await exited;
      await current.stop();
    },
  };
}
