import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { refusalsOf } from "../../../domain/contract/refusals.ts";
import { DOCUMENTED } from "../../../domain/documented.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { DESK_OPEN, pathOf, RATE, RECEIPT, TRANSLATION } from "../../../domain/paths.ts";
import { GOES_ON, goesOn } from "../../../domain/read-only.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import type { Services } from "../../../functions/services.ts";
import { endReadOnly, loadReadOnly, turnReadOnly } from "../../../functions/store/read-only.ts";
import { clientOf, goodBallot, newReceipt } from "../../support/client.ts";
import { CATALOGUES } from "../../support/languages.ts";
import { organisersOf } from "../../support/organiser.ts";
import { signedIn } from "../../support/signed-in.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { STOPS, through, useWalkers } from "../organiser/walk.ts";

const { id } = KAZAKHSTAN;
const ON = { since: "2026-06-01T11:00:00Z", by: "operator", note: "<moving>" } as const;
const LANGUAGES = ["en", "ru", "kk"] as const;

const isWriting = ({ method }: { method: string }) =>
  !["GET", "HEAD", "OPTIONS", "ALL"].includes(method);

/** Everything that lasts. */
async function kept({ db }: Services): Promise<string> {
  const tables = [db.tables.main, db.tables.ballots];
  const scans = tables.map((TableName) => db.client.send(new ScanCommand({ TableName })));
  return JSON.stringify((await Promise.all(scans)).map(({ Items }) => Items));
}

test("what goes on is there, and the API promises the refusal of all else", async () => {
  const routes = createApp(await freshWorld()).routes.map(
    ({ method, path }) => `${method} ${path}`,
  );
  for (const { method, path } of GOES_ON) expect(routes).toContain(`${method} ${path}`);
  for (const [name, endpoint] of Object.entries(DOCUMENTED)) {
    const isPromised = refusalsOf(endpoint).includes("read-only");
    expect([name, isPromised]).toEqual([name, !goesOn(endpoint)]);
  }
});

describe("while nothing is taken", () => {
  let services: Services;
  let app: App;
  const [receipt, another] = [newReceipt(), newReceipt()];

  beforeAll(async () => {
    services = await freshWorld({ ...KAZAKHSTAN, reasons: true });
    const before = clientOf(createApp(services));
    for (const one of [receipt, another]) {
      expect((await before.put(one, goodBallot())).status).toBe(201);
    }
    await turnReadOnly(services.db, ON);
    app = createApp(services);
  });

  test("every route that writes refuses, or is on the list of what goes on; nothing is written", async () => {
    const others = app.routes.filter(isWriting).filter(({ path }) => !path.startsWith("/organise"));
    expect(others.length).toBeGreaterThan(20);
    const before = await kept(services);
    for (const one of others) {
      const { method, path } = one;
      if (goesOn(one)) continue;
      const isApi = path.startsWith("/api/");
      const answer = await app.request(pathOf(path, { id, number: 1 }), {
        method,
        headers: {
          Origin: "http://localhost",
          Authorization: `Bearer ${newReceipt()}`,
          "Content-Type": isApi ? "application/json" : "application/x-www-form-urlencoded",
        },
        body: isApi ? "{}" : "do=send",
      });
      // A desk is asked for its session first, as the console is.
      const expected = path === "/desk" ? 403 : 503;
      expect([method, path, answer.status]).toEqual([method, path, expected]);
      if (expected === 503) expect(answer.headers.get("Retry-After")).toBe("600");
    }
    expect(await kept(services)).toBe(before);
  });

  test("an endpoint that nobody has thought of refuses too", async () => {
    const answer = await app.request("/api/consultations/new-one", { method: "PATCH" });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ title: "read-only", retryAfter: 600 });
  });

  test("a ballot is read back and withdrawn, and reasons are", async () => {
    const client = clientOf(app);
    expect((await client.put(newReceipt(), goodBallot())).status).toBe(503);
    expect((await client.get(receipt)).status).toBe(200);
    const reasons = { method: "DELETE", headers: { Authorization: `Bearer ${receipt}` } };
    expect((await app.request(apiPath(API.withdrawReasons, id), reasons)).status).toBe(204);
    expect((await client.withdraw(receipt)).status).toBe(204);
    expect((await client.get(receipt)).status).toBe(410);
  });

  const post = (path: string, fields: Record<string, string>, lang = "en") =>
    app.request(pathOf(path, { id, lang }), {
      method: "POST",
      headers: { Origin: "http://localhost", "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(fields),
    });

  test.each(LANGUAGES)(
    "in %s: said before anybody begins, and forms give back what was entered",
    async (lang) => {
      const text = CATALOGUES[lang]!;
      const page = await (await app.request(pathOf(RATE, { id, lang }))).text();
      expect(page).toContain(text.rate.closed.readOnly);
      expect(page).not.toContain("<form");
      const sent = await post(RATE, { do: "send", receipt, revision: "2", "rating.W1": "4" }, lang);
      expect([sent.status, sent.headers.get("Retry-After")]).toEqual([503, "600"]);
      const again = await sent.text();
      expect(again).toContain(text.problems["read-only"]);
      expect(again).toMatch(/<input(?=[^>]*name="rating\.W1")(?=[^>]*value="4")(?=[^>]*checked)/);
      const report = await post(TRANSLATION, { text: "This is <wrong>" }, lang);
      expect(report.status).toBe(503);
      expect(await report.text()).toContain("This is &lt;wrong>");
      expect((await post(DESK_OPEN, { code: "x" }, lang)).status).toBe(503);
    },
  );

  test("a receipt opens what it holds, with a word that changes are not taken", async () => {
    const opened = await post(RECEIPT, { receipt: another, do: "open" });
    expect(opened.status).toBe(200);
    expect(await opened.text()).toContain(CATALOGUES.en.problems["read-only"]);
    await post(RECEIPT, { receipt: another, do: "confirm-withdraw" });
    expect((await clientOf(app).get(another)).status).toBe(410);
  });

  test("a form of the console gives back what was entered; its first page says since when, by whom and why", async () => {
    const { send } = organisersOf(app, services);
    const { cookie, token } = await signedIn(services, "Ann", { [id]: "owner" });
    const fields = { label: "My <channel>" };
    const refused = await send(ORGANISE.addChannel, { id, cookie, token, fields });
    expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "600"]);
    const html = await refused.text();
    expect(html).toContain(CATALOGUES.en.problems["read-only"]);
    expect(html).toContain('name="label" value="My &lt;channel>"');
    const home = async (lang: string, headers = { Cookie: cookie }) =>
      (await app.request(`${ORGANISE.home.path}?lang=${lang}`, { headers })).text();
    for (const lang of LANGUAGES) {
      const [said = ""] = CATALOGUES[lang]!.organiser.home.readOnly.note.split("{note}");
      expect(await home(lang)).toContain(`${said}&lt;moving>`);
    }
    expect(await home("en")).toMatch(/role="alert">[^<]*11:00 UTC/);
  });

  test("it ends within ten seconds of being turned off, and who was first stays named", async () => {
    const { db } = services;
    expect(await turnReadOnly(db, { since: new Date().toISOString(), by: "budget" })).toBe(false);
    expect(await loadReadOnly(db)).toEqual(ON);
    let at = Date.now();
    const client = clientOf(createApp({ ...services, now: () => new Date(at) }));
    expect((await client.put(newReceipt(), goodBallot())).status).toBe(503);
    await endReadOnly(db);
    expect(await loadReadOnly(db)).toBeUndefined();
    expect((await client.put(newReceipt(), goodBallot())).status).toBe(503);
    at += 10_000;
    expect((await client.put(newReceipt(), goodBallot())).status).toBe(201);
    expect(await turnReadOnly(db, { since: ON.since, by: "budget" })).toBe(true);
  });
});

describe("at the forms of the console", () => {
  const walkers = useWalkers();
  beforeAll(async () => {
    await turnReadOnly(walkers.services.db, ON);
    // It holds everywhere ten seconds later.
    walkers.at += 10_000;
  });
  const forms = STOPS.filter(({ endpoint }) => isWriting(endpoint));
  const owner = async () => {
    const { cookie, token } = await signedIn(walkers.services, "Ann", { [id]: "owner" });
    return { cookie, token };
  };

  test("every one that does not go on refuses, and writes nothing", async () => {
    const session = await owner();
    const before = await kept(walkers.services);
    for (const stop of forms.filter(({ endpoint }) => !goesOn(endpoint))) {
      const answered = await walkers.ask(stop, session);
      expect([stop.name, ...answered]).toEqual([stop.name, 503, "read-only"]);
    }
    expect(await kept(walkers.services)).toBe(before);
  });

  test("the others do what they do", async () => {
    const going = forms.filter(({ endpoint }) => goesOn(endpoint));
    expect(going.length).toBeGreaterThan(7);
    for (const stop of going) {
      const answered = await walkers.ask(stop, await owner());
      expect([stop.name, ...answered]).toEqual([stop.name, ...through(stop)]);
    }
  });
});
