import { DESK, DESK_OPEN } from "../../domain/paths.ts";
import { ORGANISE } from "../../domain/organiser/endpoints.ts";
import type { Services } from "../../functions/services.ts";
import { addressOf, goodRequest, type Right } from "../abuse/good.ts";
import type { Raw } from "../abuse/hostings.ts";
import { nameOf, type Way, WAYS } from "../abuse/ways.ts";
import { expect, test } from "vitest";
import { goodBallot, newReceipt } from "../support/client.ts";
import { cookieOf } from "../support/organiser.ts";
import { keyOf } from "../support/program.ts";
import { HERE, type Installation, type Site } from "./site.ts";

/** What ends a session. */
const ENDS = /sign-out|leave/;

let asked = 0;
/** Sends a request from a place of its own, as it stands. */
export const sendRaw = ({ account, origin }: Site, { method, path, headers, body }: Raw) => {
  asked += 1;
  // So long between two that nobody is refused for too many.
  account.clock.now += 3_000;
  const from = `198.19.${asked >> 8}.${asked & 255}`;
  const all = { host: new URL(origin).host, ...headers };
  return account.visit({ method, path, headers: all, body, from });
};

/**
 * Asks at every address that there is once, by every right, with what whoever does everything right sends; each with
 * the status of its answer. `receipt` has a ballot.
 */
export async function walk(world: Site, receipt: string, ways: readonly Way[] = WAYS) {
  const { origin, organisers, ann, db, account } = world;
  const now = () => new Date(account.clock.now);
  const secret = new TextEncoder().encode(account.secretOf(secretArnOf(world)));
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const services = { db, now, secret, random } as unknown as Services;
  const bearer = (text: string): Right => ({ headers: { Authorization: `Bearer ${text}` } });
  const keys = new Map<string, string>();

  async function sit(): Promise<Right> {
    const made = await (await world.post(ORGANISE.makeDeskLink, { addressee: "K" }, HERE)).text();
    const code = /\/desk\/open#([0-9A-Z-]{19})/.exec(made)![1]!;
    const opened = await world.site.request(DESK_OPEN, {
      method: "POST",
      headers: { Origin: origin },
      body: new URLSearchParams({ sent: "yes", code }),
    });
    const cookie = cookieOf(opened);
    const page = await (await world.get(DESK, cookie)).text();
    const token = /name="csrf" value="([\w-]+)"/.exec(page)![1]!;
    return { headers: { Cookie: cookie }, token };
  }
  async function rightOf({ right, method, role = "editor" }: Way): Promise<Right> {
    if (right === "receipt") return bearer(method === "GET" ? receipt : newReceipt());
    if (right === "desk") return sit();
    if (right === "session") return { headers: { Cookie: ann.cookie }, token: ann.token };
    if (right !== "key") return { headers: {} };
    if (!keys.has(role)) keys.set(role, await keyOf(services, HERE, ann, { role, steps: true }));
    return bearer(keys.get(role)!);
  }

  const statuses = new Map<string, number>();
  for (const way of ways) {
    const answer = await sendRaw(world, goodRequest(way, { origin, right: await rightOf(way) }));
    statuses.set(`${nameOf(way)} (${addressOf(way)})`, answer.status);
    if (ENDS.test(way.path)) Object.assign(ann, await organisers.signIn(ann));
  }
  return statuses;
}

function secretArnOf({ account }: Site): string {
  const call = account.made.find(({ call }) => call.action.startsWith("secretsmanager:"));
  return call!.call.resource;
}

/** Everything that can be asked, asked once. */
export const walkTests = (at: Installation) =>
  test("at no address a function fails, or is denied anything", async () => {
    const { account, world } = at;
    const receipt = newReceipt();
    expect((await world.put(HERE, receipt, goodBallot())).status).toBe(201);
    const statuses = await walk(world, receipt);
    // Of the health a 503 is the answer: nothing was counted here for longer than it should.
    const failed = [...statuses].filter(([name, status]) => status >= 500 && !/health/.test(name));
    expect(failed).toEqual([]);
    expect(account.made.filter(({ denied }) => denied)).toEqual([]);
  });
