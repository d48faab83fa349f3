import { vi } from "vitest";
import type { Consultation } from "../../domain/consultation/definition.ts";
import {
  addConsultation,
  getPublished,
  publishedWrite,
} from "../../functions/store/consultations.ts";
import { writeAll } from "../../functions/store/write-all.ts";
import { servicesBeside } from "../support/beside.ts";
import { CATALOGUES } from "../support/languages.ts";
import { PATIENCE } from "../support/patience.ts";
import type { RunningServer } from "../support/server.ts";
import { KAZAKHSTAN } from "../support/world.ts";

/**
 * A few recommendations of it, the longest among them: what stands on a page once for each of them is
 * looked at with all elsewhere.
 */
export const SHORT: Consultation = {
  ...KAZAKHSTAN,
  id: "short",
  recommendations: KAZAKHSTAN.recommendations.filter(({ code }) =>
    ["W1", "W2", "K2", "K3", "K9", "K14"].includes(code),
  ),
};

/** Nobody can answer this one any more. */
export const CLOSED: Consultation = {
  ...KAZAKHSTAN,
  id: "closed",
  closesAt: "2020-01-01T00:00:00.000Z",
};

/** Adds a consultation to a running server, and waits until it is there. */
export async function addTo(server: RunningServer, definition: Consultation): Promise<void> {
  const { db } = await servicesBeside(server);
  await addConsultation(db, definition);
  db.client.destroy();
  const isThere = async () => {
    const { status } = await fetch(`${server.url}/c/${definition.id}`);
    if (status !== 200) throw new Error(`${definition.id} is not there yet: ${status}`);
  };
  // Definitions are read again every ten seconds.
  await vi.waitFor(isThere, { timeout: PATIENCE, interval: 250 });
}

/** Closes a consultation of a running server, and waits until it takes no answers any more. */
export async function closeNow(server: RunningServer, id: string): Promise<void> {
  const { db } = await servicesBeside(server);
  const before = (await getPublished(db, id))!;
  const definition = { ...before.definition, closesAt: new Date().toISOString() };
  const written = await writeAll(db, [publishedWrite(db, id, before, { ...before, definition })]);
  db.client.destroy();
  if (!written) throw new Error(`${id} has changed meanwhile`);
  const isClosed = async () => {
    const page = await fetch(`${server.url}/c/${id}`);
    if ((await page.text()).includes('id="ballot"')) throw new Error(`${id} still takes answers`);
  };
  await vi.waitFor(isClosed, { timeout: PATIENCE, interval: 250 });
}

/** Has a running server ask everybody for work before a ballot of a consultation is taken, and waits until it does. */
export async function demandWork(server: RunningServer, id: string): Promise<void> {
  const { db } = await servicesBeside(server);
  const before = (await getPublished(db, id))!;
  const life = { ...before.life, work: [{ mode: "on" as const, at: new Date().toISOString() }] };
  const written = await writeAll(db, [publishedWrite(db, id, before, { ...before, life })]);
  db.client.destroy();
  if (!written) throw new Error(`${id} has changed meanwhile`);
  const isDemanded = async () => {
    const page = await (await fetch(`${server.url}/c/${id}/about?lang=en`)).text();
    if (!page.includes(CATALOGUES.en.about.work.modes.on)) throw new Error(`${id} asks for none`);
  };
  await vi.waitFor(isDemanded, { timeout: PATIENCE, interval: 250 });
}
