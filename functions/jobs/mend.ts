import type { CountingPlan } from "../../domain/tally/plan.ts";
import { emptyTally } from "../../domain/tally/tally.ts";
import type { Database } from "../store/database.ts";
import { loadTally, saveTally } from "../store/tallies.ts";
import { mendedTally, type Recount } from "./recount.ts";

/** Saves the mended tally over whatever is kept by then; false when another recount mended it first. */
export async function mendTally(
  db: Database,
  id: string,
  plan: CountingPlan,
  outcome: Recount,
): Promise<boolean> {
  for (;;) {
    const stored = await loadTally(db, id);
    if (stored?.frozen === true) return false;
    const current = stored?.tally ?? emptyTally(plan);
    if (current.epoch !== outcome.tally.epoch) return false;
    const mended = mendedTally(current, outcome);
    if (await saveTally(db, id, mended, stored?.revision ?? 0)) return true;
  }
}
