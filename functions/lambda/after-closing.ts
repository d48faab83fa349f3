import { randomBytes } from "node:crypto";
import { consultationsOf } from "../memory/consultations.ts";
import { emptyBin } from "../draft/binning.ts";
import { tendAfterClosing } from "../jobs/after-closing.ts";
import { jobServices } from "./world.ts";

/** Time for one run, in ms: less than the function has. */
const RUN_TIME = 13 * 60_000;

const services = { ...jobServices(), random: (length: number) => randomBytes(length) };
const consultations = consultationsOf(services);

/** Makes exports and deletes what is to be deleted, of drafts too; run once a minute. One that fails holds up no other. */
export const handler = async () => {
  const end = Date.now() + RUN_TIME;
  const failed: unknown[] = [];
  for (const { definition } of await consultations.all()) {
    await tendAfterClosing(services, definition.id, () => Date.now() > end).catch(
      (failure: unknown) => failed.push(failure),
    );
  }
  await emptyBin(services).catch((failure: unknown) => failed.push(failure));
  if (failed.length > 0) throw new AggregateError(failed, "the work after closing failed");
};
