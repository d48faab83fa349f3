import { consultationsOf } from "../memory/consultations.ts";
import { recountUnlessPurged } from "../jobs/counting.ts";
import { eachApart } from "../jobs/each.ts";
import { EMPTY_PAGES } from "../jobs/stream-reader.ts";
import { tellingDone } from "./done.ts";
import { jobServices } from "./world.ts";

const services = jobServices();
const consultations = consultationsOf(services);
const each = eachApart(services, "recount");
const how = { rebuild: false, limits: { emptyPages: EMPTY_PAGES, outOfTime: () => false } };

/** Recounts every consultation that still has its ballots; run once a night. One that fails holds up no other. */
export const handler = tellingDone(services, "recount", async () =>
  each(await consultations.all(), async (known) => {
    const found = await recountUnlessPurged(services, known, how);
    if ("purged" in found) return;
    const { differences, rebuilt } = found;
    services.log({
      level: differences.length > 0 ? "error" : "info",
      event: "recounted",
      consultation: known.definition.id,
      differences,
      rebuilt,
    });
  }),
);
