import { setTimeout as wait } from "node:timers/promises";
import type { Act } from "../../domain/organiser/acts.ts";
import { type LogEntry, nextEntry } from "../../domain/organiser/log.ts";
import { sha256 } from "../secrets.ts";
import type { Services } from "../services.ts";
import { appendEntry, newestEntry } from "../store/log.ts";
import type { Write } from "../store/write.ts";

/** Most bytes of what stands before and after: an entry tells what changed, it is no copy. */
const MOST_BYTES = 8_000;

/** How often an entry is tried when others take its number. */
const TRIES = 25;

/**
 * Appends an entry to a consultation's log under the next number. `writes` are what the entry tells
 * of: they and the entry are stored together or not at all, so that no change goes unrecorded.
 * `undefined` when a condition of theirs did not hold: nothing is stored then.
 */
export async function record(
  { db, now, random }: Pick<Services, "db" | "now" | "random">,
  consultation: string,
  actor: { organiser: { name: string } },
  act: Act,
  writes: readonly Write[] = [],
): Promise<LogEntry | undefined> {
  if (Buffer.byteLength(JSON.stringify([act.before, act.after])) > MOST_BYTES) {
    throw new RangeError(`the log's entry ${act.action} is too large`);
  }
  const salt = Buffer.from(random(16)).toString("hex");
  const done = { who: actor.organiser.name, ...act, salt };
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const newest = await newestEntry(db, consultation);
    const at = `${now().toISOString().slice(0, 19)}Z`;
    const entry = nextEntry(consultation, newest, { ...done, at }, sha256);
    const appended = await appendEntry(db, consultation, entry, writes);
    if (appended === "done") return entry;
    if (appended === "refused") return undefined;
    // Apart from one another, or the same two would meet again.
    await wait(Math.random() * 20 * attempt);
  }
  throw Object.assign(new Error("the log is being written by too many at once"), {
    name: "TransactionConflictException",
  });
}
