import { consultationsOf } from "../memory/consultations.ts";
import { emptyBin } from "../draft/binning.ts";
import { isToTend, tendAfterClosing } from "../jobs/after-closing.ts";
import { eachApart } from "../jobs/each.ts";
import { tellingDone } from "./done.ts";
import { endOfRun, jobServices } from "./world.ts";

/** Time for one run, in ms: less than the function has. */
const RUN_TIME = 13 * 60_000;

/** How often the bin is looked through, in ms: each draft in it waits for days, and all drafts are read for it. */
const BIN_EVERY = 60 * 60_000;

const services = jobServices();
const consultations = consultationsOf(services);
const each = eachApart(services, "after-closing");
let binAt = -Infinity;

async function emptyBinInTime(): Promise<void> {
  if (performance.now() - binAt < BIN_EVERY) return;
  await emptyBin(services);
  binAt = performance.now();
}

/** Makes exports and deletes what is to be deleted, of drafts too; run once a minute. One that fails holds up no other. */
export const handler = tellingDone(services, "after-closing", async () => {
  const outOfTime = endOfRun(RUN_TIME);
  const ended = await Promise.allSettled([
    each(await consultations.all(), async (known) => {
      if (!(await isToTend(services, known))) return;
      await tendAfterClosing(services, known.definition.id, outOfTime);
    }),
    emptyBinInTime(),
  ]);
  const failed = ended.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  if (failed.length > 0) throw new AggregateError(failed, "the work after closing failed");
});
