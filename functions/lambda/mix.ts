import { mixRemarks } from "../jobs/mix.ts";
import { consultationsOf } from "../memory/consultations.ts";
import { jobServices } from "./world.ts";

/** Time for one run, in ms: less than the function has. */
const RUN_TIME = 13 * 60_000;

const services = jobServices();
const consultations = consultationsOf(services);

/** Mixes the remarks of days that are over; run once a minute. One that fails holds up no other. */
export const handler = async () => {
  const end = Date.now() + RUN_TIME;
  const failed: unknown[] = [];
  for (const known of await consultations.all()) {
    await mixRemarks(services, known, () => Date.now() > end).catch((failure: unknown) =>
      failed.push(failure),
    );
  }
  if (failed.length > 0) throw new AggregateError(failed, "the remarks could not be mixed");
};
