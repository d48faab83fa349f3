import { consultationsOf } from "../memory/consultations.ts";
import { eachApart } from "../jobs/each.ts";
import { releaseAndMark } from "../jobs/marking.ts";
import { marked } from "./marked.ts";
import { jobServices } from "./world.ts";

const services = await marked(jobServices());
const consultations = consultationsOf(services);
const release = releaseAndMark(services);
const each = eachApart(services, "release", { atOnce: 50 });

/** Makes every release that is due; run once a minute. One that fails does not hold up the others. */
export const handler = async () =>
  each(await consultations.all(), ({ definition }) => release(definition));
