import { createApp } from "../../../functions/app.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { consultationsOf } from "../../../functions/memory/consultations.ts";
import { ballotCounter } from "../../../functions/jobs/counting.ts";
import { recountConsultation } from "../../../functions/jobs/recounting.ts";
import { releaseWhenDue } from "../../../functions/jobs/release.ts";
import { readRelease } from "../../../functions/memory/releases.ts";
import { newestRegistered } from "../../../functions/store/releases.ts";
import { clientOf, goodBallot, newReceipt, times } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
const LIMITS = { emptyPages: 1, recordsWithin: 1_000, outOfTime: () => false };

/** That moment, in ms, when every test of publishing begins. */
const BEGINS = Date.parse("2026-11-24T09:00:00Z");

/** One consultation under the address of the shipped one, a clock, and the jobs, run when they are told to. */
export async function publishing(more: Partial<Consultation> = {}) {
  const clock = { now: BEGINS };
  const definition = { ...KAZAKHSTAN, ...more };
  const services = { ...(await freshWorld(definition)), now: () => new Date(clock.now) };
  const app = createApp(services);
  const client = clientOf(app);
  const consultations = consultationsOf(services);
  const known = (await consultations.find(definition.id))!;
  const countBallots = await ballotCounter(services, consultations);
  const { id } = definition;
  return {
    services,
    app,
    client,
    clock,
    id,
    definition,
    known,
    /** Stores that many ballots, and counts them. The receipts. */
    async send(ballots: number, more: Record<string, unknown> = {}) {
      const receipts = times(ballots, newReceipt);
      await Promise.all(receipts.map((receipt) => client.put(receipt, goodBallot(more))));
      await countBallots(LIMITS);
      return receipts;
    },
    count: () => countBallots(LIMITS),
    /** Lets time pass up to a moment, and counts on the way: a longer silence would count as a gap. */
    async until(moment: number) {
      while (clock.now < moment) {
        clock.now = Math.min(moment, clock.now + DAY / 2);
        await countBallots(LIMITS);
      }
    },
    release: () => releaseWhenDue(services, definition),
    recount: (rebuild = false) => recountConsultation(services, known, { rebuild, limits: LIMITS }),
    async newest() {
      const registered = (await newestRegistered(services.db, id))!;
      return readRelease(services.files, id, registered);
    },
  };
}

/** Closes two days after everything begins. */
export const CLOSES = { closesAt: new Date(BEGINS + 2 * DAY).toISOString() };
