import { consultationsOf } from "../memory/consultations.ts";
import { tendHooks } from "../jobs/hooks.ts";
import { codeServices, setting } from "./world.ts";

/** Time for one run, in ms: less than the function has. */
const RUN_TIME = 4 * 60_000;

const services = { ...(await codeServices()), origin: setting("SITE_ADDRESS") };
const consultations = consultationsOf(services);

/** Tells webhooks of news; run once a minute. One consultation that fails holds up no other. */
export const handler = async () => {
  const end = Date.now() + RUN_TIME;
  const failed: unknown[] = [];
  for (const { definition } of await consultations.all()) {
    await tendHooks(services, definition, () => Date.now() > end).catch((failure: unknown) =>
      failed.push(failure),
    );
  }
  if (failed.length > 0) throw new AggregateError(failed, "webhooks could not be told");
};
