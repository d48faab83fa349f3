import type { Noticed } from "../../domain/noticed.ts";
import type { Services } from "../services.ts";
import { addNoticed } from "../store/noticed.ts";
import { today } from "../today.ts";

/** From so many on it is written down, and again whenever there are twice as many: a flood of a million is 18 writes. */
const FIRST = 10;

/** Most numbers that are remembered: kinds and consultations of a day. */
const MOST = 10_000;

/**
 * Counts by day in the memory of this process, and writes to the store what there are now more. What a process has
 * not written yet is lost with it: the number that is told is at least half of what came to each.
 */
export function noticing({
  db,
  now,
  log,
}: Pick<Services, "db" | "now" | "log">): (kind: Noticed, consultation: string) => Promise<void> {
  let day = "";
  let counts = new Map<string, { seen: number; told: number }>();
  return async (kind, consultation) => {
    if (day !== today({ now })) [day, counts] = [today({ now }), new Map()];
    const name = `${kind} ${consultation}`;
    const one = counts.get(name) ?? { seen: 0, told: 0 };
    one.seen += 1;
    if (counts.size < MOST) counts.set(name, one);
    if (one.seen < Math.max(FIRST, 2 * one.told)) return;
    const more = one.seen - one.told;
    one.told = one.seen;
    try {
      await addNoticed(db, consultation, { kind, day, more });
    } catch (failure) {
      // What is answered does not depend on it.
      log({ level: "warn", event: "notice-failed", failure: (failure as Error).name });
    }
  };
}
