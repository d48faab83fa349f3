import { consultationsOf } from "../memory/consultations.ts";
import { eachApart } from "../jobs/each.ts";
import { releaseAndMark } from "../jobs/marking.ts";
import { unpublished } from "../jobs/unpublished.ts";
import { tellingDone } from "./done.ts";
import { marked } from "./marked.ts";
import { jobServices } from "./world.ts";

const services = await marked(jobServices());
const consultations = consultationsOf(services);
const release = releaseAndMark(services);
const each = eachApart(services, "release", { atOnce: 50 });

/** Makes every release that is due; run once a minute. One that fails does not hold up the others. */
export const handler = tellingDone(services, "release", async () =>
  each(await consultations.all(), async ({ definition }) => {
    const why = unpublished(definition, await release(definition), services.now());
    if (why === undefined) return;
    // In each run for as long as it lasts: the alarm ends with it.
    services.log({ level: "warn", event: "not-published", consultation: definition.id, why });
  }),
);
