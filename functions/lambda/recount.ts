import { consultationsOf } from "../memory/consultations.ts";
import { askAfterUpgrade, wanted } from "../jobs/asking.ts";
import { eachApart } from "../jobs/each.ts";
import { tendRecount } from "../jobs/wished.ts";
import { EMPTY_PAGES } from "../jobs/stream-reader.ts";
import { tellingDone } from "./done.ts";
import { endOfRun, jobServices } from "./world.ts";

/** Time for one run, in ms: the function has fifteen minutes, and a piece ends within one. */
const RUN_TIME = 12 * 60_000;

const services = jobServices();
const consultations = consultationsOf(services);
const each = eachApart(services, "recount");
let lookedAtTallies = false;

/**
 * Does the recounts that are wanted, and once a night one of each consultation; run once a minute. When the program
 * is a new one, it asks for those that its counting makes necessary.
 */
export const handler = tellingDone(services, "recount", async () => {
  const outOfTime = endOfRun(RUN_TIME);
  if (!lookedAtTallies) {
    await askAfterUpgrade(services, await consultations.all());
    lookedAtTallies = true;
  }
  const open = new Set(await wanted(services, consultations.all));
  if (open.size === 0) return;
  const all = (await consultations.all()).filter(({ definition }) => open.has(definition.id));
  const limits = { emptyPages: EMPTY_PAGES, outOfTime: () => false };
  await each(all, async (known) => {
    if (!outOfTime()) await tendRecount(services, known, { limits, outOfTime });
  });
});
