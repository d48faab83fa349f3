import { beforeAll, describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import type { KeyWanted } from "../../../domain/program/key.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { type Call, keyOf, programOf } from "../../support/program.ts";
import { goodBallot, newReceipt } from "../../support/client.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { freshEnd } from "../export/ended.ts";

/* What programs do, through the same functions as the console's forms. */

let world: Awaited<ReturnType<typeof freshEnd>>;
let number = 0;
beforeAll(async () => {
  world = await freshEnd();
});

/** A program with a key that Ann, an owner, has made. */
async function programAt(id: string, wanted: Partial<KeyWanted> = {}) {
  const ann = await world.person("Ann", id, "owner");
  const ask = programOf(world.app, await keyOf(world.services, id, ann, wanted));
  return async (path: string, call?: Call) => {
    const answer = await ask(`/api/organise/c/${id}${path}`, call);
    const text = await answer.text();
    const body = (text.startsWith("{") ? JSON.parse(text) : text) as Record<string, never>;
    return { status: answer.status, body, title: body["title"] as string | undefined };
  };
}
const posted = (body: unknown): Call => ({ method: "POST", body });
const put = (body: unknown): Call => ({ method: "PUT", body });

async function opened(wanted: Partial<KeyWanted> = {}, more: Partial<Consultation> = {}) {
  const id = `open-${++number}`;
  await world.add(id, more);
  return { id, ask: await programAt(id, wanted) };
}

/** A draft that is a copy of a whole consultation. */
async function drafted(wanted: Partial<KeyWanted> = {}) {
  const id = `draft-${++number}`;
  const anna = await world.organiser("Anna", { [KAZAKHSTAN.id]: "viewer" });
  await world.create(anna, { id, way: "duplicate", from: KAZAKHSTAN.id });
  const ask = programOf(world.app, await keyOf(world.services, id, anna, wanted));
  return {
    id,
    anna,
    ask: async (path: string, call?: Call) => {
      const answer = await ask(`/api/organise/c/${id}${path}`, call);
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
  };
}
const last = async (id: string) => (await listEntries(world.services.db, id)).at(-1)!;

describe("a draft", () => {
  test("goes out and in again as it was, and is replaced as one change", async () => {
    const { id, ask } = await drafted();
    const out = await ask("/draft");
    const { definition, revision } = out.body as { definition: Consultation; revision: number };
    expect([out.status, definition.id]).toEqual([200, id]);
    const same = await ask("/draft", put({ revision, definition }));
    expect(same).toEqual({ status: 200, body: { revision } });

    const shorter = {
      ...definition,
      id: "elsewhere",
      title: { ...definition.title, en: "Two of them" },
      recommendations: definition.recommendations.slice(0, 2),
    };
    const replaced = await ask("/draft", put({ revision, definition: shorter }));
    expect(replaced).toEqual({ status: 200, body: { revision: revision + 1 } });
    const now = (await ask("/draft")).body["definition"] as Consultation;
    expect([now.id, now.title["en"], now.recommendations.length]).toEqual([id, "Two of them", 2]);
    expect(now.recommendations).toEqual(definition.recommendations.slice(0, 2));
    expect(await last(id)).toMatchObject({ action: "draft-changed", who: "Website <Anna>" });
  });

  test("is replaced over the version that was read alone, and not by what is wrong", async () => {
    const { ask } = await drafted();
    const { definition, revision } = (await ask("/draft")).body;
    const old = await ask("/draft", put({ revision: 99, definition }));
    expect([old.status, old.body["title"]]).toEqual([409, "draft-conflict"]);
    const wrong = { ...(definition as object), disclosure: "none", more: 1 };
    const refused = await ask("/draft", put({ revision, definition: wrong }));
    expect([refused.status, refused.body["title"]]).toEqual([422, "import-invalid"]);
    const faults = refused.body["faults"] as { pointer: string }[];
    expect(faults.map(({ pointer }) => pointer).toSorted()).toEqual([
      "/definition/disclosure",
      "/definition/more",
    ]);
    expect((await ask("/draft")).body).toEqual({ revision, definition });
  });

  test("is opened with the number of texts that lack a translation, and as it was seen", async () => {
    const { id, ask } = await drafted({ steps: true });
    const { definition, revision } = (await ask("/draft")).body as {
      definition: Consultation;
      revision: number;
    };
    const { kk: _, ...title } = definition.title;
    await ask("/draft", put({ revision, definition: { ...definition, title } }));
    const state = (await ask("")).body;
    expect(state).toMatchObject({
      stage: "draft",
      untranslated: 1,
      maySteps: true,
      role: "editor",
    });
    const step = { step: "open", stage: "draft", confirmed: true };
    const told = async (more: object) =>
      (await ask("/steps", posted({ ...step, ...more }))).body["title"];
    expect(await told({ confirmed: false })).toBe("step-unconfirmed");
    expect(await told({ stage: "scheduled" })).toBe("step-refused");
    expect(await told({})).toBe("translations-missing");
    expect(await told({ untranslated: 2 })).toBe("translations-missing");
    const done = await ask("/steps", posted({ ...step, untranslated: 1 }));
    expect(done).toEqual({ status: 200, body: { stage: "open", proposed: false } });
    expect(await last(id)).toMatchObject({ action: "life-open", who: "Website <Anna>" });
    await world.pass(0.01);
    expect((await world.ballot(id, "PUT", newReceipt(), goodBallot())).status).toBe(201);
  });
});

describe("an open consultation", () => {
  test("is paused with a note, and goes on", async () => {
    const { ask } = await opened({ role: "viewer", steps: true });
    const pause = { step: "pause", stage: "open", confirmed: true };
    expect(await ask("/steps", posted(pause))).toMatchObject({ title: "draft-invalid" });
    const paused = await ask(
      "/steps",
      posted({ ...pause, note: { en: "A mistake", ru: "Ошибка", kk: "Қате" } }),
    );
    expect(paused.body).toEqual({ stage: "paused", proposed: false });
    const on = await ask("/steps", posted({ step: "resume", stage: "paused", confirmed: true }));
    expect(on.body).toEqual({ stage: "open", proposed: false });
    expect((await ask("")).body).toMatchObject({
      stage: "open",
      steps: ["pause", "correct", "extend"],
    });
  });

  test("gets experts: their codes stand in the answer alone, work, and are revoked", async () => {
    const { id, ask } = await opened({ role: "moderator" });
    const body = { label: "Hydrologists", labels: ["One", "Two"], language: "kk" };
    const made = await ask("/invitations", posted(body));
    expect(made.status).toBe(201);
    const { group, codes } = made.body as unknown as {
      group: string;
      codes: { code: string; label: string; address: string }[];
    };
    expect(codes.map(({ label }) => label)).toEqual(["One", "Two"]);
    expect(codes[0]!.address).toBe(`http://localhost/c/${id}?lang=kk#invitation=${codes[0]!.code}`);
    const answer = (code: string) =>
      world.ballot(id, "PUT", newReceipt(), goodBallot({ invitation: code }));
    expect((await answer(codes[0]!.code)).status).toBe(201);
    const revoke = async (more: object) => ask("/invitations/revoke", posted({ group, ...more }));
    expect((await revoke({ which: "One" })).title).toBe("invitation-not-unused");
    expect((await revoke({})).title).toBe("invitations-invalid");
    expect((await revoke({ which: "Two" })).status).toBe(204);
    expect((await answer(codes[1]!.code)).status).toBe(403);
    const listed = (await ask("/invitations")).body as unknown as { groups: object[] };
    expect(listed.groups).toMatchObject([
      { group, label: "Hydrologists", counts: { made: 2, used: "too-small-a-group" } },
    ]);
    const more = await ask("/invitations", posted({ label: "More", count: 3 }));
    const others = more.body as unknown as { group: string; codes: { code: string }[] };
    expect(others.codes).toHaveLength(3);
    expect((await revoke({ group: others.group, all: true })).status).toBe(204);
    expect((await answer(others.codes[0]!.code)).status).toBe(403);
  });

  test("gets channels and webhooks", async () => {
    const { ask } = await opened();
    const label = { en: "Radio", ru: "Радио", kk: "Радио" };
    const made = await ask("/channels", posted({ label }));
    expect(made).toMatchObject({ status: 201, body: { code: "added-1" } });
    const { channels } = (await ask("/channels")).body as unknown as { channels: object[] };
    expect(channels.at(-1)).toEqual({ ...made.body, label, later: true });

    const address = "https://hooks.example.org/kenes";
    const added = await ask("/hooks", posted({ address }));
    expect(added).toMatchObject({
      status: 201,
      body: { address, secret: expect.stringMatching(/^whsec_/) },
    });
    const { hook } = added.body as unknown as { hook: string };
    expect((await ask(`/hooks/${hook}/test`, { method: "POST" })).status).toBe(202);
    const listed = await ask("/hooks");
    expect(listed.body).toMatchObject({ hooks: [{ hook, address, waiting: 1 }] });
    expect(JSON.stringify(listed.body)).not.toContain("whsec_");
    expect((await ask(`/hooks/${hook}`, { method: "DELETE" })).status).toBe(204);
    expect((await ask(`/hooks/${hook}`, { method: "DELETE" })).title).toBe("hook-gone");
  });

  test("gets official responses, which are public at once, corrected and withdrawn", async () => {
    const { id, ask } = await opened();
    const body = {
      recommendation: "K1",
      seen: 0,
      status: "accepted",
      day: "2020-02-03",
      statement: { en: "It will be done." },
      original: "en",
      evidence: ["https://example.org/1"],
      source: { title: "Press release" },
    };
    expect(await ask("/responses", posted(body))).toMatchObject({
      status: 201,
      body: { number: 1 },
    });
    expect((await ask("/responses", posted(body))).title).toBe("response-changed");
    const corrected = { ...body, seen: 1, corrects: 1, status: "partly-accepted" };
    expect((await ask("/responses", posted(corrected))).body).toEqual({ number: 2 });
    const withdrawn = await ask("/responses/2/withdraw", posted({ reason: { en: "Not theirs" } }));
    expect(withdrawn.body).toEqual({ number: 3 });
    const { body: own } = await ask("/responses");
    await world.pass(0.01);
    const open = await world.app.request(apiPath(API.responses, id));
    expect(await open.json()).toEqual(own);
  });

  test("tells every place that is wrong, and does nothing", async () => {
    const { id, ask } = await opened();
    const before = (await listEntries(world.services.db, id)).length;
    const refused = await ask("/invitations", posted({ label: 1, count: 5_000, more: true }));
    expect([refused.status, refused.title]).toEqual([422, "request-invalid"]);
    expect(refused.body["faults"]).toEqual([
      { pointer: "/label", fault: "wrong-type" },
      { pointer: "/count", fault: "out-of-range" },
      { pointer: "/more", fault: "unknown" },
    ]);
    expect(await ask("/log?after=x&more=1")).toMatchObject({
      title: "request-invalid",
      body: { faults: [{ pointer: "/query/after" }, { pointer: "/query/more" }] },
    });
    const form = { method: "POST", headers: { "Content-Type": "text/plain" } };
    expect((await ask("/hooks", form)).title).toBe("content-type-wrong");
    expect(await listEntries(world.services.db, id)).toHaveLength(before);
  });
});

test("the log names the program and whose it is, in each language, a page at a time", async () => {
  const { id, ask } = await opened({ name: "Сайт" });
  for (const en of ["One", "Two"])
    await ask("/channels", posted({ label: { en, ru: en, kk: en } }));
  const log = (await ask("/log?after=1")).body as unknown as { entries: object[] };
  expect(log).toMatchObject({ total: 3, whole: true });
  expect(log.entries).toMatchObject([
    { number: 2, who: "Сайт <Ann>", action: "channel-added" },
    { number: 3, who: "Сайт <Ann>", action: "channel-added" },
  ]);
  expect(PROGRAM_API.logFile.answers[200].safeParse((await ask("/log.json")).body).success).toBe(
    true,
  );
  const ben = await world.person("Ben", id, "viewer");
  expect(await ben.page(ORGANISE.log)).toContain("program “Сайт”, of Ann");
  expect(await ben.page(ORGANISE.log, "ru")).toContain("программа «Сайт», организатор: Ann");
  expect(await ben.page(ORGANISE.log, "kk")).toContain("«Сайт» бағдарламасы, ұйымдастырушы: Ann");
});
