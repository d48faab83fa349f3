import { consultationsOf } from "../memory/consultations.ts";
import { askAfterGap } from "../jobs/asking.ts";
import { ballotCounter } from "../jobs/counting.ts";
import { loadConsultations } from "../local/load-consultations.ts";
import { marked } from "./marked.ts";
import { EMPTY_PAGES } from "../jobs/stream-reader.ts";
import { endOfRun, jobServices } from "./world.ts";

/** Time for one pass, in ms; the next run begins a minute after this one did. */
const PASS_TIME = 45_000;

const services = await marked(jobServices());
// Only where whoever runs it asked for the demonstration (`-c demonstration=yes`).
if (process.env["DEMONSTRATION"] === "yes") await loadConsultations(services.db);
const consultations = consultationsOf(services);
const countBallots = await ballotCounter(services, consultations);

/** Counts what is new; run once a minute. Told is the run that found the end: of one that fell behind nothing is. */
export const handler = async () => {
  const counted = await countBallots({ emptyPages: EMPTY_PAGES, outOfTime: endOfRun(PASS_TIME) });
  // A gap stops publication until a recount finds nothing lost.
  if (counted.recountDue) await askAfterGap(services, await consultations.all());
  if (counted.complete) services.log({ level: "info", event: "job-done", name: "tally" });
  return counted;
};
