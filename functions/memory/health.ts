import { type Health, healthChecks, healthOf } from "../../domain/health.ts";
import type { Services } from "../services.ts";
import { lastPass, loadStop } from "../store/counting.ts";
import { cached } from "./cached.ts";
import type { Consultations } from "./consultations.ts";
import type { ReadOnlySwitch } from "./read-only.ts";

/** How long what was found is told, in ms: so often the database is asked at most, however many ask us. */
const LOOK_EVERY = 5_000;
/** The same of what stops publication, which is a read for each consultation. */
const STOPS_EVERY = 60_000;
/** Within which the database has to answer, in ms; longer where every answer waits longer for it. */
const LIMIT = 3_000;

type World = Pick<Services, "db" | "now" | "newsBy" | "troubles">;

/** How the installation is, or the named checks of that. Never throws: that the database fails is what it tells. */
export function healthFrom(
  { db, troubles, ...time }: World,
  consultations: Consultations,
  readOnly: ReadOnlySwitch,
): (only: readonly string[]) => Promise<Health> {
  const stops = cached(
    async () => {
      const running = (await consultations.all()).filter(({ life }) => !life.archived);
      const found = running.map(({ definition }) => loadStop(db, definition.id));
      return (await Promise.all(found)).filter((stop) => stop !== undefined);
    },
    STOPS_EVERY,
    time,
  );
  const stored = cached(
    () =>
      within(Math.max(LIMIT, time.newsBy), async () => ({
        pass: await lastPass(db),
        stops: await stops(),
        readOnly: await readOnly(),
      })),
    LOOK_EVERY,
    time,
  );
  return async (only) => {
    const found = { stored: await stored(), troubles: troubles?.() };
    return healthOf(healthChecks(found, time.now()), only);
  };
}

/** What comes in time; that it does not is an answer too. */
async function within<Value>(
  limit: number,
  ask: () => Promise<Value>,
): Promise<Value | "no-answer"> {
  const late = Promise.withResolvers<"no-answer">();
  const timer = setTimeout(() => late.resolve("no-answer"), limit);
  try {
    return await Promise.race([ask().catch(() => "no-answer" as const), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
