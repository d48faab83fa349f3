import { beforeAll, describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import type { OrganiserEndpoint } from "../../../domain/organiser/endpoint.ts";
import * as paths from "../../../domain/paths.ts";
import { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { AT_RISK } from "../../support/at-risk.ts";
import { clientOf, goodBallot, newReceipt } from "../../support/client.ts";
import { organisersOf } from "../../support/organiser.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { twoReleases } from "../download/two-releases.ts";
import { CLASSES, LETTERS, SAID } from "./caching-classes.ts";

/*
 * Which answers caches may hand to others. Every endpoint that is read is in exactly one class here; one that is new fails
 * until somebody has said which it is.
 */

const { id } = KAZAKHSTAN;
const OF_ORGANISERS = new Set<string>(
  [...Object.values(ORGANISE), ...Object.values(PROGRAM_API)].map(({ path }) => path),
);

let app: App;
let organisers: ReturnType<typeof organisersOf>;
beforeAll(async () => {
  const { services } = await twoReleases();
  app = createApp(services);
  organisers = organisersOf(app, services);
});

const addressOf = (path: string, asked: string | undefined): string | undefined =>
  path === paths.EMBLEM ? undefined : (asked ?? paths.pathOf(path, LETTERS));
/** From whom one can tell apart, with all that somebody may have about them. */
const ask = (address: string, headers: Record<string, string> = {}) =>
  app.request(
    address,
    { headers: { Cookie: "kenes=x", Authorization: `Bearer ${newReceipt()}`, ...headers } },
    { asker: () => "one" },
  );
const cachingOf = ({ headers }: Response) => headers.get("Cache-Control");

test("every address that is read is in one class", () => {
  const read = app.routes.filter(({ method }) => method === "GET").map(({ path }) => path);
  const others = new Set(read.filter((path) => !OF_ORGANISERS.has(path)));
  expect([...others].toSorted()).toEqual(Object.keys(CLASSES).toSorted());
});

const ALL = Object.entries(CLASSES).flatMap(([path, [kind, asked]]) => {
  const address = addressOf(path, asked);
  return address === undefined ? [] : [{ path, kind, address }];
});

test.each(ALL)("$kind: $path", async ({ kind, address }) => {
  const answer = await ask(address);
  const said = SAID[kind];
  if (typeof said === "string") expect(cachingOf(answer)).toBe(said);
  else expect(cachingOf(answer)).toMatch(said);
  if (kind !== "all" && kind !== "longer") return;
  expect(answer.status).toBe(200);
  // Nothing in it is of who asks.
  const named = [...answer.headers.keys()].filter((name) => /^(?:set-cookie|ratelimit)/.test(name));
  expect(named).toEqual([]);
  const text = await answer.text();
  /** The same again, by what its tag says, which costs nothing to make, or else by its text. */
  const isSame = async (ask: (tag: Record<string, string>) => Response | Promise<Response>) => {
    const tag = answer.headers.get("ETag");
    const other = await ask(tag === null ? {} : { "If-None-Match": tag });
    return other.status === 304 || (await other.text()) === text;
  };
  expect(await isSame((headers) => app.request(address, { headers }))).toBe(true);
  // What another reader would get otherwise is told apart by what is said.
  const vary = (answer.headers.get("Vary") ?? "").toLowerCase();
  const inKazakh = { "Accept-Language": "kk" };
  if (!(await isSame((headers) => ask(address, { ...inKazakh, ...headers })))) {
    expect(vary).toContain("accept-language");
  }
  const isText = /text|json|xml|svg/.test(answer.headers.get("Content-Type") ?? "");
  if (isText) expect(vary).toContain("accept-encoding");
});

describe("never kept", () => {
  const shared = ALL.filter(({ kind, address }) => kind !== "none" && address.includes(id));

  test("a refusal, at whatever address", async () => {
    for (const { address } of shared) {
      const answer = await ask(address.replaceAll(id, "nowhere"));
      expect([address, answer.status >= 400, cachingOf(answer)]).toEqual([
        address,
        true,
        "no-store",
      ]);
    }
    for (const address of ["/nowhere", "/api/nowhere", `/c/${id}/r/nothing`]) {
      expect([address, cachingOf(await ask(address))]).toEqual([address, "no-store"]);
    }
    expect(cachingOf(await app.request(paths.HOME, { method: "DELETE" }))).toBe("no-store");
  });

  test("a page that names a consultation among people at risk, by whomever else it is asked for", async () => {
    const atRisk = createApp(await freshWorld(AT_RISK));
    for (const path of [paths.HOME, paths.COUNCIL]) {
      const answer = await atRisk.request(path);
      const page = await answer.text();
      expect([path, page.includes(`/c/${AT_RISK.id}`)]).toEqual([path, true]);
      expect([path, cachingOf(answer)]).toEqual([path, "no-store"]);
    }
  });

  test("a ballot that is read back, and that there is none", async () => {
    const client = clientOf(app);
    const receipt = newReceipt();
    const answers = [
      await client.get(receipt),
      await client.put(receipt, goodBallot()),
      await client.put(receipt, goodBallot()),
      await client.get(receipt),
      await client.put(receipt, goodBallot({ revision: 9 })),
      await client.withdraw(receipt),
      await client.get(receipt),
      await app.request(paths.pathOf(paths.API_BALLOT, { id })),
      await ask(paths.pathOf(paths.API_REASONS, { id })),
    ];
    expect(answers.map((one) => [one.status, cachingOf(one)])).toEqual(
      [404, 201, 200, 200, 409, 204, 410, 401, 404].map((status) => [status, "no-store"]),
    );
  });

  test("anything of the console, or of a program", async () => {
    const owner = await organisers.setUp("owner");
    const read = Object.values<OrganiserEndpoint>(ORGANISE).filter(
      ({ method }) => method === "GET",
    );
    for (const endpoint of read) {
      for (const cookie of [undefined, owner.cookie]) {
        const answer = await organisers.send(endpoint, { id, cookie });
        expect([endpoint.path, cachingOf(answer)]).toEqual([
          endpoint.path,
          expect.stringMatching(/^no-store/),
        ]);
      }
    }
    for (const { method, path } of Object.values(PROGRAM_API)) {
      const answer = await app.request(paths.pathOf(path, { id }), { method });
      expect([path, cachingOf(answer)]).toEqual([path, "no-store"]);
    }
  });
});
