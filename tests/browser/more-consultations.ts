import { vi } from "vitest";
import type { Consultation } from "../../domain/consultation.ts";
import { localServices } from "../../functions/local/services.ts";
import { addConsultation } from "../../functions/store/consultations.ts";
import type { RunningServer } from "../support/server.ts";
import { KAZAKHSTAN } from "../support/world.ts";

/** A consultation in which nobody may find out that somebody took part. */
export const AT_RISK: Consultation = {
  ...KAZAKHSTAN,
  id: "at-risk",
  disclosure: "at-risk",
  release: { every: "day" },
  experts: undefined,
};

/** Nobody can answer this one any more. */
export const CLOSED: Consultation = {
  ...KAZAKHSTAN,
  id: "closed",
  closesAt: "2020-01-01T00:00:00.000Z",
};

/** Adds a consultation to a running server, and waits until it is there. */
export async function addTo(server: RunningServer, definition: Consultation): Promise<void> {
  const assets = {
    style: "",
    paperStyle: "",
    invitingStyle: "",
    rateScript: "",
    resultsScript: "",
    organiseScript: "",
  };
  const { db } = await localServices(server.folder, server.instance, assets);
  await addConsultation(db, definition);
  db.client.destroy();
  const isThere = async () => {
    const { status } = await fetch(`${server.url}/c/${definition.id}`);
    if (status !== 200) throw new Error(`${definition.id} is not there yet: ${status}`);
  };
  // Definitions are read again every ten seconds.
  await vi.waitFor(isThere, { timeout: 20_000, interval: 250 });
}
