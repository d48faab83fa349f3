import { API, apiPath } from "../../../domain/api.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { JobName } from "../../../domain/cost/units.ts";
import { createApp } from "../../../functions/app.ts";
import { isToTend, tendAfterClosing } from "../../../functions/jobs/after-closing.ts";
import { wanted } from "../../../functions/jobs/asking.ts";
import { ballotCounter } from "../../../functions/jobs/counting.ts";
import { eachApart } from "../../../functions/jobs/each.ts";
import { tendHooks } from "../../../functions/jobs/hooks.ts";
import { releaseAndMark } from "../../../functions/jobs/marking.ts";
import { mixRemarks } from "../../../functions/jobs/mix.ts";
import { consultationsOf } from "../../../functions/memory/consultations.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { goodBallot, newReceipt } from "../../support/client.ts";
import { type UnitsUsed, unitsDuring } from "../../support/units.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

const LIMITS = { emptyPages: 2, outOfTime: () => false };
const NEVER = () => false;

/** What is used, with the files that were read and written. */
export interface Used extends UnitsUsed {
  filesRead: number;
  filesWritten: number;
}

/** A world whose clock stands still, with the jobs as their functions on AWS run them, one container each. */
export async function idleWorld(definition: Consultation = KAZAKHSTAN) {
  const clock = { now: Date.parse("2026-11-24T09:00:00Z") };
  const files = { read: 0, written: 0 };
  const fresh = await freshWorld(definition);
  const services = {
    ...fresh,
    now: () => new Date(clock.now),
    files: {
      ...fresh.files,
      read: (name: string) => ((files.read += 1), fresh.files.read(name)),
      write: (...file: Parameters<typeof fresh.files.write>) => (
        (files.written += 1),
        fresh.files.write(...file)
      ),
    },
  };
  const app = createApp(services);
  const elapsed = () => clock.now;
  // A function has its own memory.
  const apart = () => consultationsOf(services);
  const counter = await ballotCounter(services, apart(), elapsed);
  const of = {
    release: apart(),
    mix: apart(),
    afterClosing: apart(),
    hooks: apart(),
    recount: apart(),
  };
  const release = releaseAndMark(services, elapsed);
  const each = {
    release: eachApart(services, "release", { atOnce: 50 }),
    mix: eachApart(services, "mix"),
    afterClosing: eachApart(services, "after-closing"),
    hooks: eachApart(services, "hooks"),
  };
  const site = { ...services, origin: "https://kenes.example" };
  const jobs: Record<JobName, () => Promise<unknown>> = {
    tally: () => counter(LIMITS),
    release: async () =>
      each.release(await of.release.all(), ({ definition }) => release(definition)),
    mix: async () => each.mix(await of.mix.all(), (known) => mixRemarks(services, known, NEVER)),
    "after-closing": async () => {
      await each.afterClosing(await of.afterClosing.all(), async (known) => {
        if (await isToTend(services, known)) {
          await tendAfterClosing(services, known.definition.id, NEVER);
        }
      });
    },
    hooks: async () =>
      each.hooks(await of.hooks.all(), ({ definition }) => tendHooks(site, definition, NEVER)),
    recount: () => wanted(services, of.recount.all),
  };
  const during = async (act: () => Promise<unknown>): Promise<Used> => {
    const before = { ...files };
    const units = await unitsDuring(services.db, act);
    const [filesRead, filesWritten] = [files.read - before.read, files.written - before.written];
    return { ...units, filesRead, filesWritten };
  };
  const ask = (method: string, path: string, receipt?: string, body?: unknown) =>
    app.request(
      path,
      {
        method,
        headers: {
          ...(receipt !== undefined && { Authorization: `Bearer ${receipt}` }),
          ...(body !== undefined && { "Content-Type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
      { asker: () => "somewhere" },
    );
  return {
    services,
    clock,
    jobs,
    during,
    ask,
    /** A further consultation like the first, with ballots and a release of its own. */
    async open(id: string) {
      await addConsultation(services.db, { ...KAZAKHSTAN, id });
    },
    async sendTo(id: string, ballots: number) {
      for (let sent = 0; sent < ballots; sent++) {
        const { status } = await ask("PUT", apiPath(API.putBallot, id), newReceipt(), goodBallot());
        if (status !== 201) throw new Error(`a ballot was answered with ${status}`);
      }
    },
    /** A minute later, all of memory is old. */
    minute: () => void (clock.now += 60_000),
  };
}
