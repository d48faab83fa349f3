import { consultationsOf } from "../memory/consultations.ts";
import { eachApart } from "../jobs/each.ts";
import { tendHooks } from "../jobs/hooks.ts";
import { tellingDone } from "./done.ts";
import { codeServices, endOfRun, setting } from "./world.ts";

/** Time for one run, in ms: less than the function has. */
const RUN_TIME = 4 * 60_000;

const services = { ...(await codeServices()), origin: setting("SITE_ADDRESS") };
const consultations = consultationsOf(services);
const each = eachApart(services, "hooks");

/** Tells webhooks of news; run once a minute. One consultation that fails holds up no other. */
export const handler = tellingDone(services, "hooks", async () => {
  const outOfTime = endOfRun(RUN_TIME);
  await each(await consultations.all(), ({ definition }) =>
    tendHooks(services, definition, outOfTime),
  );
});
