import { consultationsOf } from "../memory/consultations.ts";
import { askAfterGap } from "../jobs/asking.ts";
import { ballotCounter } from "../jobs/counting.ts";
import { loadConsultations } from "../local/load-consultations.ts";
import { marked } from "./marked.ts";
import { EMPTY_PAGES, endOfRun, jobServices } from "./world.ts";

/** Time for one pass, in ms; the next run begins a minute after this one did. */
const PASS_TIME = 45_000;

const services = await marked(jobServices());
await loadConsultations(services.db);
const consultations = consultationsOf(services);
const countBallots = await ballotCounter(services, consultations);

/** Counts what is new; run once a minute. */
export const handler = async () => {
  const counted = await countBallots({ emptyPages: EMPTY_PAGES, outOfTime: endOfRun(PASS_TIME) });
  // A gap stops publication until a recount finds nothing lost.
  if (counted.recountDue) await askAfterGap(services, await consultations.all());
  return counted;
};
