import { consultationsOf } from "../memory/consultations.ts";
import { releaseWhenDue } from "../jobs/release.ts";
import { jobServices } from "./world.ts";

const services = jobServices();
const consultations = consultationsOf(services);

/** Makes every release that is due; run once a minute. One that fails does not hold up the others. */
export const handler = async () => {
  const all = await consultations.all();
  const ended = await Promise.allSettled(
    all.map(({ definition }) => releaseWhenDue(services, definition)),
  );
  const failed = ended.filter((one) => one.status === "rejected");
  if (failed.length > 0) {
    throw new AggregateError(
      failed.map((one) => one.reason as unknown),
      "a release failed",
    );
  }
};
