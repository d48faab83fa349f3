import { vi } from "vitest";
import type { Consultation } from "../../domain/consultation.ts";
import { localServices } from "../../functions/local/services.ts";
import { addConsultation } from "../../functions/store/consultations.ts";
import type { RunningServer } from "../support/server.ts";

/** Of no use here: whoever only adds a consultation draws no page. */
const NO_ASSETS = { style: "", paperStyle: "", rateScript: "", resultsScript: "" };

/** Adds a consultation to a running server's own database, and waits until the server has read it. */
export async function addTo(
  { folder, instance, url }: RunningServer,
  definition: Consultation,
): Promise<void> {
  const { endpoint, accessKeyId } = instance;
  const { db } = await localServices(folder, { endpoint, accessKeyId }, NO_ASSETS);
  await addConsultation(db, definition);
  await vi.waitUntil(async () => (await fetch(`${url}/c/${definition.id}`)).ok, {
    timeout: 30_000,
    interval: 200,
  });
}
