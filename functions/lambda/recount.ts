import { consultationsOf } from "../memory/consultations.ts";
import { recountUnlessPurged } from "../jobs/counting.ts";
import { EMPTY_PAGES, jobServices } from "./world.ts";

const services = jobServices();
const consultations = consultationsOf(services);

/** Recounts every consultation that still has its ballots; run once a night. */
export const handler = async () => {
  for (const known of await consultations.all()) {
    const found = await recountUnlessPurged(services, known, {
      rebuild: false,
      limits: { emptyPages: EMPTY_PAGES, outOfTime: () => false },
    });
    if ("purged" in found) continue;
    const { differences, rebuilt } = found;
    services.log({
      level: differences.length > 0 ? "error" : "info",
      event: "recounted",
      consultation: known.definition.id,
      differences,
      rebuilt,
    });
  }
};
