import { beforeAll, describe, expect, test } from "vitest";
import type { KeyWanted } from "../../../domain/program/key.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { getExport } from "../../../functions/store/exports.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { listProgramKeys } from "../../../functions/store/program-keys.ts";
import { problemIn } from "../../support/organiser.ts";
import { keyOf, programOf } from "../../support/program.ts";
import { freshEnd, proposalOn } from "../export/ended.ts";

/* A program is never the second person, and its keys end with what they were made for. */

let world: Awaited<ReturnType<typeof freshEnd>>;
let number = 0;
beforeAll(async () => {
  world = await freshEnd();
});

const FAR = { closesAt: "2029-01-01T00:00:00.000Z", twoPersons: true as const };
const { lifePage, exportPage, confirmProposal } = ORGANISE;

async function open(more: object, wanted: Partial<KeyWanted>) {
  const id = `programs-${++number}`;
  await world.add(id, more);
  const ann = await world.person("Ann", id, "owner");
  const ben = await world.person("Ben", id, "owner");
  const ask = programOf(world.app, await keyOf(world.services, id, ann, wanted));
  return {
    id,
    ann,
    ben,
    ask: async (path: string, body?: unknown) => {
      const method = body === undefined ? "GET" : "POST";
      const answer = await ask(`/api/organise/c/${id}${path}`, { method, body });
      const text = await answer.text();
      return [answer.status, text.startsWith("{") ? JSON.parse(text) : text] as const;
    },
  };
}

describe("where two persons are needed", () => {
  test("a program proposes, and neither it nor its maker confirms", async () => {
    const { id, ann, ben, ask } = await open(FAR, { role: "viewer", steps: true });
    const close = { step: "close", stage: "open", confirmed: true };
    expect(await ask("/steps", close)).toEqual([200, { stage: "open", proposed: true }]);
    expect(await ask("/steps", close)).toMatchObject([409, { title: "proposal-stands" }]);
    const { proposals } = (await ask(""))[1];
    expect(proposals).toMatchObject([{ act: "close", by: "Website <Ann>" }]);

    const own = await ann.page(lifePage);
    expect(own).toContain("program “Website”, of Ann");
    const refused = await ann.reply(confirmProposal, "close", proposals[0].at);
    expect(problemIn(await refused.text())).toBe("proposal-own");
    const seen = await ben.page(lifePage);
    expect((await ben.reply(confirmProposal, "close", proposalOn(seen))).status).toBe(303);
    const entries = await listEntries(world.services.db, id);
    expect(entries.at(-1)).toMatchObject({
      action: "life-close",
      who: "Ben",
      after: { proposedBy: "Website <Ann>", confirmedBy: "Ben" },
    });
    expect(await ben.page(ORGANISE.log)).not.toContain("Website &lt;");
  });

  test("what its maker proposed, no program confirms: asking again changes nothing", async () => {
    const { ann, ask } = await open(FAR, { role: "editor", steps: true });
    await ann.step("close", "open");
    const close = { step: "close", stage: "open", confirmed: true };
    expect(await ask("/steps", close)).toMatchObject([409, { title: "proposal-stands" }]);
    const before = (await ask(""))[1];
    expect(before).toMatchObject({ stage: "open", proposals: [{ by: "Ann" }] });
  });
});

describe("single ballots", () => {
  test("are asked for, made and downloaded; the log says by which program", async () => {
    const { id, ben, ask } = await open({}, { role: "analyst" });
    await world.answer(id, 20);
    await world.close(id);
    expect((await ask("/export"))[1]).toEqual({ state: "none", parts: [] });
    expect(await ask("/export", {})).toMatchObject([422, { title: "step-unconfirmed" }]);
    expect(await ask("/export", { confirmed: true })).toEqual([202, { proposed: false }]);
    expect(await ask("/export", { confirmed: true })).toMatchObject([
      409,
      { title: "export-under-way" },
    ]);
    expect(await ben.page(exportPage)).toContain("program “Website”, of Ann");
    await world.afterClosing(id);
    const ready = (await ask("/export"))[1];
    expect(ready).toMatchObject({
      state: "ready",
      askedBy: "Website <Ann>",
      rows: 20,
      parts: [{ part: 0 }],
    });
    const [status, zip] = await ask("/export/0");
    expect([status, (zip as string).slice(0, 2)]).toEqual([200, "PK"]);
    const entries = await listEntries(world.services.db, id);
    expect(entries.at(-1)).toMatchObject({ action: "export-downloaded", who: "Website <Ann>" });
    expect(await ask("/export/2")).toMatchObject([410, { title: "export-gone" }]);
  });

  test("are proposed by a program where two are needed", async () => {
    const { id, ask } = await open({ twoPersons: true }, { role: "analyst" });
    await world.answer(id, 20);
    await world.close(id);
    expect(await ask("/export", { confirmed: true })).toEqual([202, { proposed: true }]);
    expect((await getExport(world.services.db, id)).request).toBeUndefined();
  });
});

describe("a key ends", () => {
  const keysOf = (id: string) => listProgramKeys(world.services.db, id);

  test("with the ballots, when they are deleted", async () => {
    const id = `purged-${++number}`;
    await world.add(id, { purgeAfterDays: 1 });
    const ann = await world.person("Ann", id, "owner");
    const ask = programOf(world.app, await keyOf(world.services, id, ann));
    const state = async () => (await ask(`/api/organise/c/${id}`)).status;
    await world.answer(id, 12);
    await world.close(id);
    await world.recount(id);
    await ann.step("archive", "closed");
    expect(await state()).toBe(200);
    await world.pass(24);
    await world.afterClosing(id);
    expect(await keysOf(id)).toEqual([]);
    expect(await state()).toBe(401);
    // No other counts either, and none is offered.
    const late = programOf(world.app, await keyOf(world.services, id, ann));
    expect((await late(`/api/organise/c/${id}`)).status).toBe(401);
    expect(await ann.page(ORGANISE.keys)).toContain("programs do nothing here any more");
    const wanted = { name: "Late", role: "viewer", expires: "2027-02-01" };
    expect(await (await ann.send(ORGANISE.makeKey, wanted)).text()).not.toContain("kenes_");
  });

  test("with a draft that is deleted, and does not come back with it", async () => {
    const id = `binned-${++number}`;
    const anna = await world.organiser("Anna");
    await world.create(anna, { id, way: "empty", title: "A draft", language: "en" });
    const ask = programOf(world.app, await keyOf(world.services, id, anna));
    const state = async () => (await ask(`/api/organise/c/${id}`)).status;
    expect(await state()).toBe(200);
    expect((await world.post(anna, ORGANISE.deleteDraft, {}, id)).status).toBe(303);
    expect([await state(), await keysOf(id)]).toEqual([401, []]);
    const page = await world.get(await world.again(anna), ORGANISE.keys, id);
    expect(page.status).toBe(404);
    expect((await world.post(anna, ORGANISE.restoreDraft, {}, id)).status).toBe(303);
    expect(await state()).toBe(401);
  });

  test("with its maker's removal, and does not come back with them; others' stay", async () => {
    const { id, ann, ben, ask } = await open({}, { role: "editor" });
    const others = programOf(world.app, await keyOf(world.services, id, ben, { name: "Desk" }));
    expect((await ben.send(ORGANISE.removeOrganiser, { organiser: ann.id })).status).toBe(303);
    expect(await ask("")).toMatchObject([401, { title: "key-refused" }]);
    expect((await keysOf(id)).map(({ name }) => name)).toEqual(["Desk"]);
    expect((await others(`/api/organise/c/${id}`)).status).toBe(200);
    const entries = await listEntries(world.services.db, id);
    expect(entries.at(-1)).toMatchObject({
      action: "team-left",
      before: { name: "Ann", role: "owner", keys: ["Website"] },
    });
    expect(await ben.page(ORGANISE.log)).toContain("keys that ended with it: Website");
  });
});
