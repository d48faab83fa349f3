import { consultationsOf } from "../consultations.ts";
import { recountConsultation } from "../jobs/counting.ts";
import { EMPTY_PAGES, jobServices } from "./world.ts";

const services = jobServices();
const consultations = consultationsOf(services);

/** Recounts every consultation; run once a night. */
export const handler = async () => {
  for (const known of await consultations.all()) {
    const { differences, rebuilt } = await recountConsultation(services, known, {
      rebuild: false,
      limits: { emptyPages: EMPTY_PAGES, outOfTime: () => false },
    });
    services.log({
      level: differences.length > 0 ? "error" : "info",
      event: "recounted",
      consultation: known.definition.id,
      differences,
      rebuilt,
    });
  }
};
