import type { LogLine } from "./services.ts";
import { type Database, isBusy } from "./store/database.ts";

/** The same call's failure is told again only after this long, in ms. */
const AGAIN_MS = 60_000;

/**
 * Tells the operators when the database stops answering or refuses to write, and when it does its work again: once for each kind
 * of call, and not for each request, since there are many.
 */
export function watched(db: Database, log: (line: LogLine) => void, now = Date.now): Database {
  const failing = new Map<string, { since: number; calls: number }>();
  const told = new Map<string, number>();
  db.client.middlewareStack.add(
    (next, context) => async (args) => {
      const call = context.commandName ?? "";
      try {
        const answer = await next(args);
        const failed = failing.get(call);
        if (failed !== undefined) {
          failing.delete(call);
          const seconds = Math.round((now() - failed.since) / 1_000);
          log({ level: "warn", event: "database-answers", call, seconds, failed: failed.calls });
        }
        return answer;
      } catch (failure) {
        if (isBusy(failure) && !isOfOne(failure)) {
          const failed = failing.get(call) ?? { since: now(), calls: 0 };
          failing.set(call, { ...failed, calls: failed.calls + 1 });
          if (now() - (told.get(call) ?? -Infinity) >= AGAIN_MS) {
            told.set(call, now());
            const { name } = failure as Error;
            log({ level: "error", event: "database-fails", call, failure: name });
          }
        }
        throw failure;
      }
    },
    { step: "initialize", name: "kenesWatch" },
  );
  return db;
}

/** Two who want the same item at the same moment: no failure of the database. */
const isOfOne = (failure: unknown): boolean =>
  failure instanceof Error && failure.name.startsWith("Transaction");
