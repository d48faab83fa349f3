import { randomBytes } from "node:crypto";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { type Life, NEW_LIFE } from "../../domain/consultation/life.ts";
import type { Role } from "../../domain/organiser/role.ts";
import type { Proposal, TwoPersonAct } from "../../domain/organiser/proposal.ts";
import type { ExportRequest } from "../../domain/export/request.ts";
import type { ToldOfPersons } from "../../domain/export/ballots-table.ts";
import type { Services } from "../../functions/services.ts";
import { exportPut } from "../../functions/store/exports.ts";
import { publishedWrite } from "../../functions/store/consultations.ts";
import { draftWrite } from "../../functions/store/drafts.ts";
import type { Draft } from "../../domain/draft/draft.ts";
import { proposalWrite } from "../../functions/store/proposals.ts";
import { getTeam, type Invited, teamWrite } from "../../functions/store/teams.ts";
import { writeAll } from "../../functions/store/write-all.ts";
import { sharedBrowser } from "../support/browser.ts";
import { signedIn, type SignedInOrganiser } from "../support/signed-in.ts";
import { freshWorld, KAZAKHSTAN } from "../support/world.ts";
import { appOnPort } from "./app-on-port.ts";

/*
 * The app itself on a port of this machine, with a database of its own and without its jobs: what a
 * test writes into the store stays as it was written.
 */

/** What has been put into the world: consultations, their teams, and what stands beside them. */
export interface ConsoleWorld {
  url: string;
  browser: Browser;
  services: Services;
  /** An owner of whatever is added. */
  anna: SignedInOrganiser;
  /** Somebody else, who has the role that is given beside. */
  bolat: SignedInOrganiser;
  add(more: Partial<Consultation> & Pick<Consultation, "id">, beside?: Beside): Promise<void>;
}

/** What stands beside a consultation that is added. */
export interface Beside {
  life?: Life;
  draft?: Draft;
  bolat?: Role;
  others?: Record<string, Role>;
  invited?: Record<string, Invited>;
  /** What Anna has proposed. */
  proposed?: TwoPersonAct;
  asked?: ExportRequest;
  /** What exports tell of persons. */
  told?: ToldOfPersons;
}

/** Texts enough for everything that the console shows, and few enough to be looked through quickly. */
export const SHORT: Consultation = {
  ...KAZAKHSTAN,
  recommendations: KAZAKHSTAN.recommendations.filter(({ code }) => ["W1", "K1"].includes(code)),
};

/** Starts it for a test file, lets it be filled before the first request, and ends it afterwards. */
export function useConsole(fill: (world: ConsoleWorld) => Promise<void>): ConsoleWorld {
  const world = {} as ConsoleWorld;
  let end = async () => {};
  beforeAll(async () => {
    const app = await appOnPort(await freshWorld());
    const { services, url } = app;
    const browser = await sharedBrowser();
    ({ end } = app);
    const person = (name: string) => signedIn(services, name, {}, url);
    Object.assign(world, { url, browser, services });
    [world.anna, world.bolat] = [await person("Анна"), await person("Болат")];
    world.add = (more, beside) => add(world, { ...SHORT, ...more }, beside ?? {});
    await fill(world);
  });
  afterAll(() => end());
  return world;
}

async function add(
  { services: { db, now }, anna, bolat }: ConsoleWorld,
  definition: Consultation,
  { life = NEW_LIFE, draft, bolat: role, others, invited = {}, proposed, asked, told }: Beside,
): Promise<void> {
  const { id } = definition;
  const members: Record<string, Role> = {
    [anna.id]: "owner",
    ...(role !== undefined && { [bolat.id]: role }),
    ...others,
  };
  const proposal = (act: TwoPersonAct): Proposal => ({
    act,
    by: anna.id,
    name: anna.name,
    at: now().toISOString(),
  });
  const written = await writeAll(db, [
    draft === undefined
      ? publishedWrite(db, id, undefined, { definition, life })
      : draftWrite(db, id, draft, 0)!,
    teamWrite(db, await getTeam(db, id), members, invited),
    ...(proposed === undefined
      ? []
      : [proposalWrite(db, id, proposed, undefined, proposal(proposed))]),
    ...(asked === undefined ? [] : [exportPut(db, id, { revision: 0, told }, asked)]),
  ]);
  if (!written) throw new Error(`${id} is there already`);
}

/** An export that was asked for today. */
export const exportThat = (more: Partial<ExportRequest>): ExportRequest => ({
  state: "asked",
  name: "Болат",
  askedAt: new Date().toISOString(),
  key: randomBytes(16).toString("hex"),
  tries: 0,
  parts: [],
  ...more,
});
