import { eachApart } from "../jobs/each.ts";
import { mixRemarks } from "../jobs/mix.ts";
import { consultationsOf } from "../memory/consultations.ts";
import { tellingDone } from "./done.ts";
import { endOfRun, jobServices } from "./world.ts";

/** Time for one run, in ms: less than the function has. */
const RUN_TIME = 13 * 60_000;

const services = jobServices();
const consultations = consultationsOf(services);
const each = eachApart(services, "mix");

/** Mixes the remarks of days that are over; run once a minute. One that fails holds up no other. */
export const handler = tellingDone(services, "mix", async () => {
  const outOfTime = endOfRun(RUN_TIME);
  await each(await consultations.all(), (known) => mixRemarks(services, known, outOfTime));
});
