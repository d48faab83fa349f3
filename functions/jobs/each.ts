import type { TroubledJob } from "../../domain/participation/health.ts";
import type { Known } from "../memory/consultations.ts";
import type { Services } from "../services.ts";
import { sayable } from "../store/database.ts";
import { loadTroubles, putTroubles, type Trouble } from "../store/troubles.ts";

/** A job failed for some, after all had their turn; of each the operators were told when it began to. */
export class SomeFailed extends AggregateError {
  override readonly name = "SomeFailed";
}

/** What is made of a run: how many at once, and when to stop without a word. */
interface How {
  atOnce?: number;
  stop?: AbortSignal;
}

/**
 * Makes the function that runs a job for each consultation, so that none stops another. Whatever fails is told to
 * the operators once for each consultation, when it begins and when it ends, and to its organisers for as long as
 * it lasts. The run itself fails when all had their turn: on AWS that is what the alarm hears.
 */
export function eachApart(
  { db, log, now }: Pick<Services, "db" | "log" | "now">,
  job: TroubledJob,
  { atOnce = 1, stop }: How = {},
): (all: readonly Known[], work: (known: Known) => Promise<unknown>) => Promise<void> {
  let standing: Map<string, Trouble> | undefined;

  const note = async (tried: readonly Known[], failures: ReadonlyMap<string, unknown>) => {
    const before = (standing ??= await loadTroubles(db, job));
    const after = new Map(before);
    for (const { definition } of tried) {
      const { id } = definition;
      const [was, failure] = [before.get(id), failures.get(id)];
      if (failures.has(id)) {
        const name = failure instanceof Error ? failure.name : typeof failure;
        if (was?.failure === name) continue;
        log({
          level: "error",
          event: "job-failed",
          name: job,
          consultation: id,
          failure: sayable(failure),
        });
        after.set(id, { since: was?.since ?? now().toISOString(), failure: name });
      } else if (after.delete(id)) {
        log({ level: "info", event: "job-recovered", name: job, consultation: id });
      }
    }
    const isSame =
      after.size === before.size && [...after].every(([id, one]) => before.get(id) === one);
    standing = after;
    if (!isSame) await putTroubles(db, job, after);
  };

  return async (all, work) => {
    const waiting = [...all];
    const failures = new Map<string, unknown>();
    const worker = async () => {
      for (let known = waiting.shift(); known !== undefined; known = waiting.shift()) {
        if (stop?.aborted === true) return;
        const { id } = known.definition;
        await work(known).catch((failure: unknown) => failures.set(id, failure));
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
    if (stop?.aborted === true) return;
    // That it cannot be written down, as nothing can be while the store is away, must not hide what failed.
    await note(all, failures).catch((failure: unknown) => {
      log({ level: "error", event: "trouble-not-noted", name: job, failure: sayable(failure) });
    });
    if (failures.size > 0) {
      throw new SomeFailed(
        failures.values(),
        `${job} failed for ${[...failures.keys()].join(", ")}`,
      );
    }
  };
}
