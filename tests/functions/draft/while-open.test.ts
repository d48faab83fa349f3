import { describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { signChannel } from "../../../functions/secrets.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { goodBallot, newReceipt } from "../../support/client.ts";
import { anna, draft, pass, put, read, step, world } from "./living.ts";

const DAY = 86_400;
/** So many days from now, as the clocks of Kazakhstan show it. */
const inDays = (days: number) =>
  new Date(world.clock.now.getTime() + (days * DAY + 5 * 3_600) * 1_000).toISOString().slice(0, 16);
const definition = async (id: string) =>
  (await (await world.app.request(apiPath(API.consultation, id))).json()) as Consultation;

/** An open consultation that closes in ten days. */
const opened = async (more: Record<string, string> = {}) => {
  const closesAt = new Date(world.clock.now.getTime() + 10 * DAY * 1_000).toISOString();
  const id = await draft({ closesAt, ...more });
  expect(await step(id, "open", "draft")).toBe(303);
  return id;
};

describe("closing that is moved later", () => {
  const note = { "note.en": "Many asked for more time" };

  test("is told with its note wherever closing is, and stands in the log with both moments", async () => {
    const id = await opened();
    const before = (await definition(id)).closesAt!;
    const closesAt = inDays(20);
    expect(await step(id, "extend", "open", { ...note, closesAt })).toBe(303);
    const after = await definition(id);
    expect(Date.parse(after.closesAt!) - Date.parse(before)).toBeGreaterThan(9 * DAY * 1_000);
    expect(after.closings).toMatchObject([{ from: before, to: after.closesAt }]);
    for (const path of [`/c/${id}`, `/c/${id}/results`]) {
      expect(await read(path)).toMatch(/Closing was moved to .*Kazakhstan Time.*more time/);
    }
    expect((await listEntries(world.services.db, id)).at(-1)).toMatchObject({
      action: "life-extend",
      before: { stage: "open", until: before },
      after: { until: after.closesAt, note: { en: "Many asked for more time" } },
    });
    pass(11 * DAY);
    expect((await put(id, newReceipt())).status).toBe(201);
    pass(10 * DAY);
    expect((await put(id, newReceipt())).status).toBe(410);
  });

  test("needs a note in the original and a later moment; nothing else changes, and what was typed is kept", async () => {
    const id = await opened();
    const before = await definition(id);
    const refused: ({ closesAt: string } & Record<string, string>)[] = [
      { closesAt: inDays(20) },
      { ...note, closesAt: inDays(5) },
      { ...note, closesAt: "soon" },
      { ...note, closesAt: inDays(500) },
      { "note.kk": "Тек қазақша", closesAt: inDays(20) },
    ];
    for (const given of refused) {
      const answer = await world.step(anna, id, "extend", "open", given);
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain(`value="${given.closesAt}"`);
    }
    expect(await definition(id)).toEqual(before);
  });

  test("is not offered where there is no end, nor once it has closed", async () => {
    const endless = await draft();
    await step(endless, "open", "draft");
    expect(await step(endless, "extend", "open", { ...note, closesAt: inDays(3) })).toBe(409);
    const id = await opened();
    pass(10 * DAY - 30);
    expect(await step(id, "extend", "open", { ...note, closesAt: inDays(3) })).toBe(409);
  });
});

describe("a channel that is added", () => {
  const add = (id: string, fields: Record<string, string>) =>
    world.post(anna, ORGANISE.addChannel, fields, id);

  test("has a link that works and is stored with the ballot; the codes of others stay, and so do the groups", async () => {
    const id = await opened();
    const before = await definition(id);
    expect((await add(id, { "label.en": "" })).status).toBe(422);
    expect((await add(id, { "label.en": "a\u202Eb" })).status).toBe(422);
    expect((await add(id, { "label.en": "Town radio" })).status).toBe(303);
    pass(11);
    const after = await definition(id);
    expect(after).toEqual({
      ...before,
      laterChannels: [{ code: "added-1", label: { en: "Town radio" } }],
    });
    const channel = signChannel(world.services.secret, id, "added-1");
    expect((await put(id, newReceipt(), goodBallot({ channel }))).status).toBe(201);
    const html = await (await world.get(anna, ORGANISE.channels, id)).text();
    expect(html).toContain(channel);
    expect(html).toContain("Added while it was open");
    expect((await listEntries(world.services.db, id)).at(-1)).toMatchObject({
      action: "channel-added",
      after: { channel: "added-1", label: "Town radio" },
    });
    expect((await add(id, { "label.en": "A second" })).status).toBe(303);
    pass(11);
    expect((await definition(id)).laterChannels?.map(({ code }) => code)).toEqual([
      "added-1",
      "added-2",
    ]);
  });

  test("is refused among people at risk, before opening and after closing", async () => {
    const more = { disclosure: "at-risk", "release.every": "week", experts: "" };
    const id = await opened(more);
    expect((await add(id, { "label.en": "Town radio" })).status).toBe(403);
    const closed = await opened();
    pass(10 * DAY);
    // Signs in anew.
    const unopened = await draft();
    expect((await add(closed, { "label.en": "Town radio" })).status).toBe(409);
    expect((await add(unopened, { "label.en": "Town radio" })).status).toBe(404);
  });
});
