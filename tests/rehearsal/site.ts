/** Everybody who has to do with an installation on AWS: visitors, organisers, and whoever administers the account. */
import { PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { markOf } from "../../domain/draft/mark.ts";
import { valueOf } from "../../domain/draft/draft.ts";
import type { OrganiserEndpoint } from "../../domain/organiser/endpoint.ts";
import { ORGANISE } from "../../domain/organiser/endpoints.ts";
import type { App } from "../../functions/http/environment.ts";
import { connect } from "../../functions/store/database.ts";
import { getDraft } from "../../functions/store/drafts.ts";
import { afterAll, beforeAll, inject } from "vitest";
import { API, apiPath } from "../../domain/api.ts";
import { clientOf } from "../support/client.ts";
import { organisersAt, type OrganiserAtWork } from "../support/organiser.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { type Account, openAccount } from "./account.ts";
import { REGION } from "./resolve.ts";

const HOUR = 3_600_000;

/** The consultation that is there from the first run on. */
export const HERE = KAZAKHSTAN.id;

/** The site of an account, after the first run of the tally has stored the consultations. */
async function openSite(account: Account) {
  const { clock, run, database } = account;
  await run("Tally");
  const link = new URL((await account.invoke("Setup")) as string);
  const { origin } = link;
  let visitors = 0;
  /** Everybody from a place of their own, unless it is said from which. */
  const visit = async (
    address: string,
    init: RequestInit = {},
    from = `198.18.${(visitors += 1) >> 8}.${visitors & 255}`,
  ): Promise<Response> => {
    const asked = new Request(new URL(address, origin), init);
    const { pathname, search, host } = new URL(asked.url);
    return account.visit({
      method: asked.method,
      path: pathname + search,
      headers: { host, ...Object.fromEntries(asked.headers) },
      ...(init.body !== undefined && { body: new Uint8Array(await asked.arrayBuffer()) }),
      from,
    });
  };
  const request = (address: string, init?: RequestInit) => visit(address, init);
  const site = { request } as Pick<App, "request">;
  const tableOf = (name: string) => [...account.tables.keys()].find((one) => one.includes(name))!;
  const db = connect(
    { ballots: tableOf("Ballots"), main: tableOf("Main"), ephemeral: tableOf("Ephemeral") },
    {
      region: REGION,
      endpoint: database.endpoint,
      credentials: { accessKeyId: database.accessKeyId, secretAccessKey: "local" },
    },
  );
  const byReceipt = (
    method: string,
    path: string,
    receipt: string,
    body?: unknown,
    from?: string,
  ) => {
    const headers = { Authorization: `Bearer ${receipt}`, "Content-Type": "application/json" };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return visit(path, { method, headers, ...sent }, from);
  };
  const organisers = organisersAt(site, origin);
  const ann = await organisers.register("setup", link.hash.slice(1), "Ann");

  const world = {
    account,
    site,
    origin,
    db,
    organisers,
    ann,
    client: clientOf(site),
    put: (id: string, receipt: string, ballot: unknown, from?: string) =>
      byReceipt("PUT", apiPath(API.putBallot, id), receipt, ballot, from),
    reason: (id: string, receipt: string, text: string, publish = true) =>
      byReceipt("PUT", apiPath(API.putReasons, id), receipt, {
        reasons: { K3: { text, publish } },
      }),
    /** Accepts the text that has waited longest in the queue of moderators. */
    async accept(id: string): Promise<Response> {
      const queue = await world.page(ORGANISE.moderation, id);
      const text = /name="text" value="([^"]+)"/.exec(queue)![1]!;
      return world.post(ORGANISE.judgeTexts, { text, "verdict.0": "accept" }, id);
    },
    withdrawReasons: (id: string, receipt: string) =>
      byReceipt("DELETE", apiPath(API.putReasons, id), receipt),
    /** A page or file, as whoever has that cookie is given it. */
    get: (path: string, cookie?: string) =>
      request(path, { headers: { ...(cookie !== undefined && { Cookie: cookie }) } }),
    post: (
      endpoint: OrganiserEndpoint,
      fields: Record<string, string>,
      id?: string,
      by: OrganiserAtWork = ann,
    ) =>
      organisers.send(endpoint, {
        ...(id !== undefined && { id }),
        cookie: by.cookie,
        token: by.token,
        fields,
      }),
    page: async (endpoint: OrganiserEndpoint, id?: string, by: OrganiserAtWork = ann) =>
      (
        await organisers.send(endpoint, { ...(id !== undefined && { id }), cookie: by.cookie })
      ).text(),
    /** Sets fields of a draft, as its page does. */
    async edit(id: string, values: Record<string, string>): Promise<Response> {
      const stored = (await getDraft(db, id))!;
      const seen = Object.keys(values).map((name) => [
        `seen.${name}`,
        markOf(valueOf(stored.draft, name)),
      ]);
      return world.post(ORGANISE.edit, { ...values, ...Object.fromEntries(seen) }, id);
    },
    step: (id: string, step: string, stage: string) =>
      world.post(ORGANISE.step, { step, stage, confirmed: "yes" }, id),
    /** Hours pass; the stream is read on the way, as a longer silence would count as a gap. Who was signed in signs in anew. */
    async pass(hours: number, ...who: OrganiserAtWork[]): Promise<void> {
      for (let left = hours; left > 0; left -= 12) {
        clock.now += Math.min(left, 12) * HOUR;
        await run("Tally");
      }
      for (const one of [ann, ...who]) Object.assign(one, await organisers.signIn(one));
    },
    /** Makes the table of ballots larger than one page, by what nobody reads. */
    async fatten(): Promise<void> {
      const TableName = db.tables.ballots;
      const { Items = [] } = await db.client.send(new ScanCommand({ TableName, Limit: 4 }));
      for (const item of Items) {
        const Item = { ...item, padding: { S: "x".repeat(390_000) } };
        await db.client.send(new PutItemCommand({ TableName, Item }));
      }
    },
    close: () => db.client.destroy(),
  };
  return world;
}

export type Site = Awaited<ReturnType<typeof openSite>>;

/** An installation for all tests of a file, once it is there. */
export interface Installation {
  account: Account;
  world: Site;
}

export function useInstallation(): Installation {
  const at = {} as Installation;
  beforeAll(async () => {
    at.account = await openAccount(inject("databaseEndpoint"));
    at.world = await openSite(at.account);
  });
  afterAll(async () => {
    at.world?.close();
    await at.account?.close();
  });
  return at;
}
