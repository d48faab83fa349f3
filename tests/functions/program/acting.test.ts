import { describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { goodBallot, newReceipt } from "../../support/client.ts";
import { opened, posted, world } from "./programs.ts";

/* What programs do, through the same functions as the console's forms. */

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
