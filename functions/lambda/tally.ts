import { consultationsOf } from "../memory/consultations.ts";
import { ballotCounter } from "../jobs/counting.ts";
import { loadConsultations } from "../local/load-consultations.ts";
import { EMPTY_PAGES, jobServices } from "./world.ts";

/** Time for one pass, in ms; the next run begins a minute after this one did. */
const PASS_TIME = 45_000;

const services = jobServices();
await loadConsultations(services.db);
const countBallots = await ballotCounter(services, consultationsOf(services));

/** Counts what is new; run once a minute. */
export const handler = async () => {
  const end = Date.now() + PASS_TIME;
  return countBallots({ emptyPages: EMPTY_PAGES, outOfTime: () => Date.now() > end });
};
