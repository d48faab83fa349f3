import { API, apiPath } from "../../../domain/api.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import type { Role } from "../../../domain/organiser/role.ts";
import { consultationsOf } from "../../../functions/memory/consultations.ts";
import { ballotCounter } from "../../../functions/jobs/counting.ts";
import { recountUnlessPurged } from "../../../functions/jobs/recounting.ts";
import { tendAfterClosing } from "../../../functions/jobs/after-closing.ts";
import { releaseWhenDue } from "../../../functions/jobs/release.ts";
import { makeInvitations } from "../../../functions/local/invitations.ts";
import { ballotsOf } from "../../../functions/store/all-ballots.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { goodBallot, newReceipt, times } from "../../support/client.ts";
import { newSignIn, type SignedInOrganiser } from "../../support/signed-in.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { freshConsole } from "../draft/console.ts";

const LIMITS = { emptyPages: 1, recordsWithin: 1_000, outOfTime: () => false };
const HOUR = 3_600_000;

/** A console whose consultations close in two hours; the jobs run when they are told to. Time only goes on. */
export async function freshEnd() {
  const world = await freshConsole();
  const { services, app, clock } = world;
  const consultations = consultationsOf(services);
  const countBallots = await ballotCounter(services, consultations);
  const known = async (id: string) => (await consultations.find(id))!;

  /** When set: whether a request to the store, by its command's name, never arrives. */
  const nothing = (command: string): boolean => command === "";
  const store = { refuses: nothing };
  services.db.client.middlewareStack.add(
    (next, context) => async (request) => {
      if (store.refuses(context.commandName ?? "")) throw new Error("killed");
      return next(request);
    },
    { step: "initialize" },
  );

  const end = {
    ...world,
    /** From the n-th command of that name on nothing arrives any more: as if the job had been killed. */
    async killedAt(command: string, nth: number, job: () => Promise<unknown>): Promise<string> {
      let seen = 0;
      store.refuses = (name) => (name === command ? ++seen >= nth : seen >= nth);
      const died = await job().then(
        () => "ended",
        (failure: Error) => failure.message,
      );
      store.refuses = nothing;
      return died;
    },
    /** Lets hours pass, and reads the stream on the way: a longer silence would count as a gap. */
    async pass(hours: number) {
      for (let left = hours; left > 0; left -= 12) {
        clock.now = new Date(clock.now.getTime() + Math.min(left, 12) * HOUR);
        await countBallots(LIMITS);
      }
    },
    count: () => countBallots(LIMITS),
    async add(id: string, more: Partial<Consultation> = {}) {
      const closesAt = new Date(clock.now.getTime() + 2 * HOUR).toISOString();
      await addConsultation(services.db, { ...KAZAKHSTAN, id, closesAt, ...more });
      // What is published is read again every few seconds.
      await end.pass(11 / 3_600);
    },
    ballot: (id: string, method: string, receipt: string, body?: unknown) =>
      app.request(apiPath(API.putBallot, id), {
        method,
        headers: { Authorization: `Bearer ${receipt}`, "Content-Type": "application/json" },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    /** Ballots of the public and of experts; the receipts. */
    async answer(
      id: string,
      count: number,
      experts = 0,
      more: Record<string, unknown> = {},
    ): Promise<string[]> {
      const codes = await makeInvitations(services, id, experts);
      const bodies = [
        ...times(count, () => goodBallot(more)),
        ...codes.map((invitation) => goodBallot({ ...more, invitation })),
      ];
      return Promise.all(
        bodies.map(async (body) => {
          const receipt = newReceipt();
          const saved = await end.ballot(id, "PUT", receipt, body);
          if (saved.status !== 201) throw new Error(await saved.text());
          return receipt;
        }),
      );
    },
    /** A consultation that has ended, been recounted and archived, a day after: nothing keeps its ballots. */
    async archived(id: string, count: number, experts = 0) {
      await end.add(id, { purgeAfterDays: 1 });
      const ann = await end.person("Ann", id, "owner");
      const receipts = await end.answer(id, count, experts);
      await end.close(id);
      await end.recount(id);
      await ann.step("archive", "closed");
      await end.pass(24);
      return { id, ann, receipts };
    },
    /** Two hours and more pass: closes by the clock, and makes the final release. */
    async close(...ids: string[]) {
      await end.pass(3);
      await countBallots(LIMITS);
      for (const id of ids) {
        const report = await releaseWhenDue(services, (await known(id)).definition);
        if (!("released" in report)) throw new Error(JSON.stringify(report));
      }
      await end.pass(0.01);
    },
    release: async (id: string) => releaseWhenDue(services, (await known(id)).definition),
    recount: async (id: string) =>
      recountUnlessPurged(services, await known(id), { rebuild: false, limits: LIMITS }),
    afterClosing: (id: string, outOfTime = () => false) =>
      tendAfterClosing(services, id, outOfTime),
    stored: async (id: string) => {
      let count = 0;
      for await (const page of ballotsOf(services.db, id)) count += page.length;
      return count;
    },
    /** An organiser whose session is always a new one: hours pass here. */
    async person(name: string, id: string, role: Role) {
      const who = await world.organiser(name, { [id]: role });
      const fresh = async (): Promise<SignedInOrganiser> => ({
        ...who,
        ...(await newSignIn(services, who.id)),
      });
      return {
        id: who.id,
        page: async (endpoint: Parameters<typeof world.get>[1], lang = "en") =>
          (await world.get(await fresh(), endpoint, id, lang)).text(),
        send: async (
          endpoint: Parameters<typeof world.post>[1],
          fields: Record<string, string> = {},
        ) => world.post(await fresh(), endpoint, fields, id),
        step: async (step: string, stage: string) => world.step(await fresh(), id, step, stage),
        /** Presses "Download", and follows the link in the same session. */
        fetch: async (part = "0") => {
          const one = await fresh();
          const made = await world.post(one, ORGANISE.downloadExport, { part }, id);
          const to = made.headers.get("Location");
          return to === null ? made : app.request(to, { headers: { Cookie: one.cookie } });
        },
        ask: async () => world.post(await fresh(), ORGANISE.askExport, { confirmed: "yes" }, id),
        /** Confirms, or takes back, what stands on the page. */
        reply: async (
          endpoint: typeof ORGANISE.confirmProposal | typeof ORGANISE.withdrawProposal,
          act: string,
          proposal: string,
        ) => world.post(await fresh(), endpoint, { act, proposal, confirmed: "yes" }, id),
      };
    },
  };
  return end;
}

/** The moment of the proposal that a page's forms are about. */
export const proposalOn = (html: string): string =>
  /name="proposal" value="([^"]+)"/.exec(html)?.[1] ?? "";
