import { describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { getPublished } from "../../../functions/store/consultations.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { newReceipt, problemOf } from "../../support/client.ts";
import { anna, draft, pass, put, read, step, world } from "./living.ts";

const WHY = { "note.en": "The server is mended" };

describe("opening", () => {
  test("with a missing text is not offered; each is named, and a preview is not to be had either", async () => {
    const id = await draft({ "recommendations.3.title.en": "", "organiser.name.en": "" });
    const html = await (await world.step(anna, id, "open", "draft")).text();
    expect(html).toContain("#f-recommendations-3-title-en");
    expect(html).toContain("#f-organiser-name-en");
    expect(html).toContain('href="#missing"');
    expect(html).not.toContain('value="open"');
    expect(await getPublished(world.services.db, id)).toBeUndefined();
  });

  test("with missing translations takes the owner's word for exactly so many", async () => {
    const id = await draft({
      "recommendations.3.title.kk": "",
      "recommendations.5.measures.ru": "",
    });
    const html = await (await world.get(anna, ORGANISE.lifePage, id)).text();
    expect(html).toContain("Open with 2 texts untranslated");
    for (const untranslated of ["", "1", "3"]) {
      const answer = await world.step(anna, id, "open", "draft", { untranslated });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain("Some texts are not translated.");
    }
    // Another is taken out between the page and the answer.
    await world.edit(anna, id, { "recommendations.4.title.kk": "" });
    expect(await step(id, "open", "draft", { untranslated: "2" })).toBe(422);
    expect(await getPublished(world.services.db, id)).toBeUndefined();
    expect(await step(id, "open", "draft", { untranslated: "3" })).toBe(303);
    const [, opened] = await listEntries(world.services.db, id).then((all) => all.slice(-2));
    expect(opened?.after).toMatchObject({ untranslated: 3 });
  });

  test("needs the confirmation, and the stage that was seen", async () => {
    const id = await draft();
    expect((await world.step(anna, id, "open", "draft", { confirmed: "" })).status).toBe(422);
    expect((await world.step(anna, id, "open", "scheduled")).status).toBe(409);
    expect((await world.step(anna, id, "no-step", "draft")).status).toBe(409);
    expect(await getPublished(world.services.db, id)).toBeUndefined();
  });

  test("takes ballots at once, and freezes all but the wording", async () => {
    const id = await draft();
    expect((await put(id, newReceipt())).status).toBe(404);
    expect(await step(id, "open", "draft")).toBe(303);
    expect((await put(id, newReceipt())).status).toBe(201);
    expect((await world.edit(anna, id, { "recommendations.1.code": "W9" })).status).toBe(409);
    expect((await world.press(anna, id, "remove recommendations 1")).status).toBe(409);
    expect((await world.edit(anna, id, { "title.en": "Corrected" })).status).toBe(303);
  });

  test("of one of two at once is done, the other refused", async () => {
    const id = await draft();
    const answers = await Promise.all([1, 2].map(() => world.step(anna, id, "open", "draft")));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([303, 409]);
  });

  test("on time needs nobody", async () => {
    const opens = new Date(world.clock.now.getTime() + 3_600_000).toISOString();
    const id = await draft({ opensAt: opens });
    expect(await step(id, "schedule", "draft")).toBe(303);
    // Announced, and nothing of it can be rated.
    const rate = `<a class="button primary" href="/c/${id}?`;
    expect(await read("/")).toContain(`<a class="button secondary" href="/c/${id}?`);
    expect(await read("/")).not.toContain(rate);
    expect(await read(`/c/${id}`)).toContain("opens on");
    expect(await problemOf(await put(id, newReceipt()))).toEqual({
      status: 409,
      title: "consultation-not-open",
    });
    expect((await world.edit(anna, id, { "title.en": "x" })).status).toBe(409);
    world.clock.now = new Date(opens);
    expect((await put(id, newReceipt())).status).toBe(201);
    expect(await read(`/c/${id}`)).toContain("<form");
    expect(await read("/")).toContain(rate);
  });

  test("can be taken back until it is near", async () => {
    const id = await draft({
      opensAt: new Date(world.clock.now.getTime() + 3_600_000).toISOString(),
    });
    expect(await step(id, "schedule", "draft")).toBe(303);
    expect(await step(id, "unschedule", "scheduled")).toBe(303);
    expect((await world.app.request(`/c/${id}`)).status).toBe(404);
    expect((await world.edit(anna, id, { "title.en": "Free again" })).status).toBe(303);
    expect(await step(id, "schedule", "draft")).toBe(303);
    pass(3_600 - 60);
    expect(await step(id, "unschedule", "scheduled")).toBe(409);
  });

  test("in the past cannot be scheduled", async () => {
    const id = await draft({ opensAt: "2020-01-01T00:00:00Z" });
    expect(await step(id, "schedule", "draft")).toBe(422);
  });
});

describe("a paused consultation", () => {
  test("takes no ballots, shows why, keeps what is stored, and goes on", async () => {
    const id = await draft();
    const [early, late] = [newReceipt(), newReceipt()];
    await step(id, "open", "draft");
    await put(id, early);
    expect(await step(id, "pause", "open")).toBe(422);
    expect(await step(id, "pause", "open", WHY)).toBe(303);
    expect(await problemOf(await put(id, late))).toEqual({
      status: 409,
      title: "consultation-paused",
    });
    expect((await put(id, early)).status).toBe(200);
    expect(await read(`/c/${id}`)).toContain("have paused this consultation");
    for (const path of [`/c/${id}`, `/c/${id}/results`]) {
      expect(await read(path)).toContain("What the organisers say of it: The server is mended");
    }
    const form = await world.app.request(`/c/${id}?lang=en`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ receipt: late, revision: "1", "rating.W1": "5", do: "send" }),
    });
    expect(form.status).toBe(409);
    expect(await form.text()).toContain("<form");
    expect(await step(id, "resume", "paused")).toBe(303);
    expect((await put(id, late)).status).toBe(201);
    expect(await read(`/c/${id}/results`)).not.toContain("The server is mended");
  });
});

describe("the end", () => {
  test("comes in a day, then it can be archived and put back", async () => {
    const id = await draft();
    await step(id, "open", "draft");
    expect(await step(id, "close", "open")).toBe(303);
    expect((await put(id, newReceipt())).status).toBe(201);
    expect(await step(id, "archive", "open")).toBe(409);
    pass(24 * 3_600);
    expect(await problemOf(await put(id, newReceipt()))).toEqual({
      status: 410,
      title: "consultation-closed",
    });
    expect(await step(id, "archive", "closed")).toBe(303);
    expect(await read("/")).not.toContain(`/c/${id}/`);
    expect(await read(`/c/${id}/results`)).toContain("<h1");
    expect(await step(id, "restore", "archived")).toBe(303);
    expect(await read("/")).toContain(`/c/${id}/results?`);
  });
});

describe("who may", () => {
  test("take a step: owners alone; and each step is in the log", async () => {
    const id = await draft();
    const editor = await world.organiser("Edil", { [id]: "editor" });
    expect((await world.step(editor, id, "open", "draft")).status).toBe(404);
    expect(await (await world.get(editor, ORGANISE.lifePage, id)).text()).not.toContain(
      'name="confirmed"',
    );
    await step(id, "open", "draft");
    await step(id, "pause", "open", WHY);
    const actions = (await listEntries(world.services.db, id)).map(({ action }) => action);
    expect(actions).toEqual(["draft-created", "life-open", "life-pause"]);
  });
});
