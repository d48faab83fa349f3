import { beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import { ADMISSION } from "../../../functions/http/admission.ts";
import type { App } from "../../../functions/http/environment.ts";
import { inTurn } from "../../../functions/http/turns.ts";
import type { Services } from "../../../functions/services.ts";
import { liftStop, putStop, savePass } from "../../../functions/store/counting.ts";
import { turnReadOnly } from "../../../functions/store/read-only.ts";
import { times } from "../../support/client.ts";
import { callsDuring } from "../../support/store-calls.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

let services: Services;
let app: App;
let at: number;

beforeEach(async () => {
  at = Date.parse("2026-06-01T12:00:00Z");
  services = { ...(await freshWorld()), now: () => new Date(at) };
  app = createApp(services);
  await savePass(services.db, new Date(at));
});

const ask = async (query = "") => {
  const answer = await app.request(`/health${query}`);
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
};

describe("/health", () => {
  test("is well, says so in fixed words, and is kept by nobody", async () => {
    const { status, headers, body } = await ask();
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({
      ok: true,
      checks: [
        { name: "database", ok: true },
        { name: "counting", ok: true, since: new Date(at).toISOString() },
        { name: "publication", ok: true },
        { name: "writing", ok: true },
      ],
    });
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect(body).not.toContain(KAZAKHSTAN.id);
  });

  test("is 503 while the counting is behind, and while a difference stops publication", async () => {
    await putStop(services.db, KAZAKHSTAN.id, {
      reason: "difference",
      since: "2026-06-01T11:00:00Z",
      differences: ["cells.public.ballots"],
    });
    const { status, body } = await ask();
    expect([status, body]).toEqual([503, expect.stringContaining('"detail":"difference"')]);
    expect(body).not.toContain("cells");
    // To start again, or to let visitors in, the database alone counts.
    expect((await ask("?check=database")).status).toBe(200);
    await liftStop(services.db, KAZAKHSTAN.id);
    at += 6 * 60_000;
    expect(JSON.parse((await ask()).body).checks).toMatchObject([
      { name: "database", ok: true },
      { name: "counting", ok: false, detail: "behind" },
      { name: "publication", ok: true },
      { name: "writing", ok: true },
    ]);
  });

  test("tells that nothing new is taken, which is no fault", async () => {
    await turnReadOnly(services.db, { since: "2026-06-01T11:00:00Z", by: "operator", note: "why" });
    const { status, body } = await ask();
    expect([status, body]).toEqual([200, expect.stringContaining('"detail":"read-only"')]);
    expect(body).not.toContain("why");
  });

  test("of a database that fails says so, and does not fail itself", async () => {
    services.db.client.destroy();
    services.db.client.middlewareStack.add(
      () => () => Promise.reject(Object.assign(new Error("gone"), { code: "ECONNREFUSED" })),
      { step: "initialize", name: "gone" },
    );
    const { status, body } = await ask();
    expect([status, body]).toEqual([503, expect.stringContaining('"detail":"no-answer"')]);
    services.db.client.middlewareStack.remove("gone");
    at += 6_000;
    expect((await ask()).status).toBe(200);
  });

  test("does not take what it does not know for well", async () => {
    const { status, body } = await ask("?check=databse");
    expect([status, body]).toEqual([400, '{"ok":false,"checks":[]}']);
  });

  test("asks the database every five seconds at most, however many ask", async () => {
    await ask();
    const flood = () => Promise.all(times(200, () => ask()));
    expect(await callsDuring(services.db, flood)).toEqual([]);
    at += 5_000;
    expect(await callsDuring(services.db, flood)).toEqual(["GetItem main"]);
  });

  test("waits for no page", async () => {
    const never = new Promise<Response>(() => {});
    const fetch = (...asked: Parameters<App["fetch"]>) =>
      asked[0].url.endsWith("/health") ? app.fetch(...asked) : never;
    const answerOf = inTurn({ fetch }, { ...ADMISSION, pages: 1 });
    for (const path of ["/", "/about", "/methods"]) {
      void answerOf(new Request(`http://localhost${path}`), {});
    }
    const answer = await answerOf(new Request("http://localhost/health"), {});
    expect(answer).toMatchObject({ status: 200 });
  });
});
