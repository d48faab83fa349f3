import { beforeAll, expect, test } from "vitest";
import { markOf } from "../../../domain/draft/mark.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { emptyBin } from "../../../functions/draft/binning.ts";
import { getBinned } from "../../../functions/store/bin.ts";
import { listHistory } from "../../../functions/store/draft-changes.ts";
import type { SignedInOrganiser } from "../../support/signed-in.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { freshConsole } from "./console.ts";

let world: Awaited<ReturnType<typeof freshConsole>>;
let anna: SignedInOrganiser;
const id = "edited";

beforeAll(async () => {
  world = await freshConsole();
  anna = await world.organiser("Anna", { [KAZAKHSTAN.id]: "owner" });
  await world.create(anna, { id, way: "empty", original: "en" });
});

const fields = async () => (await world.draft(id)).fields;
const page = async () => (await world.get(anna, ORGANISE.editPage, id)).text();
const send = (values: Record<string, string>, headers = {}) =>
  world.post(anna, ORGANISE.edit, values, id, headers);

test("a new draft has no fault beside any field, and its languages are added by name", async () => {
  expect(await page()).not.toContain("field-fault");
  const wrong = await send({ do: "save", newLanguage: "Klingonese" });
  expect(wrong.status).toBe(422);
  const html = await wrong.text();
  expect(html).toMatch(/id="newLanguage-fault"/);
  expect(html).toContain('value="Klingonese"');
  for (const name of ["Uzbek (uz)", "қазақша", "pt-br"]) {
    const added = await send({ do: "save", newLanguage: name });
    expect(added.headers.get("Location")).toContain("#languages");
  }
  expect((await fields())["languages"]).toBe("en uz kk pt-BR");
  expect(await page()).toContain('name="title.pt-BR"');
});

test("the answer of a save brings what follows from it, and the codes that were made", async () => {
  await send({ do: "add about" });
  const values = {
    "about.1.labels.en": "Yes\nNo",
    "seen.about.1.labels.en": markOf(""),
  };
  const saved = await send(values, { Accept: "application/problem+json" });
  const told = (await saved.json()) as Record<string, Record<string, unknown> & string>;
  expect(told["shown"]!["about.1.options"]).toEqual({ value: "yes\nno", mark: markOf("yes\nno") });
  expect(told["marks"]!["about.1.labels.en"]).toBe(markOf("Yes\nNo"));
  expect(told["page"]).toContain('id="f-about-1-question-en-fault"');
});

test("a text for a removed item is shown, and comes back with its item when that is wished", async () => {
  await send({ do: "add recommendations" });
  await send({ do: "remove recommendations 1" });
  const late = { "recommendations.1.title.en": "Mine", "seen.recommendations.1.title.en": "0" };
  const conflict = await send({ ...late, do: "save" });
  expect(conflict.status).toBe(409);
  const html = await conflict.text();
  expect(html).toContain("Somebody else has removed this meanwhile");
  expect(html).toContain("Mine</textarea>");
  const back = { ...late, "seen.recommendations.1.title.en": markOf("") };
  await send({ ...back, restore: "recommendations 1", do: "save" });
  expect((await fields())["recommendations.1.title.en"]).toBe("Mine");
});

test("what is undone can be done again, one after the other, until something else is changed", async () => {
  await world.edit(anna, id, { "title.en": "One" });
  await world.edit(anna, id, { "title.en": "Two" });
  const press = async (way: "undo" | "redo") => {
    const [, button] = new RegExp(`value="(${way} \\d+)"`).exec(await page()) ?? [];
    return button === undefined ? undefined : (await send({ do: button })).status;
  };
  const title = async () => (await fields())["title.en"];
  expect([await press("undo"), await press("undo"), await title()]).toEqual([303, 303, undefined]);
  expect([await press("redo"), await title()]).toEqual([303, "One"]);
  expect([await press("undo"), await title()]).toEqual([303, undefined]);
  expect([await press("redo"), await press("redo"), await title()]).toEqual([303, 303, "Two"]);
  expect(await press("redo")).toBeUndefined();
  await press("undo");
  await world.edit(anna, id, { "title.en": "Three" });
  expect(await press("redo")).toBeUndefined();
});

test("a search leads to its fields; a preview is there with gaps; Watch waits for opening", async () => {
  const sought = await send({ do: "find", find: "mine" });
  const found = sought.headers.get("Location")!;
  expect(found).toContain("find=mine");
  const html = await (await world.app.request(found, { headers: { Cookie: anna.cookie } })).text();
  expect(html).toContain('<a href="#f-recommendations-1-title-en">');
  const preview = await (await world.get(anna, ORGANISE.previewPage, id)).text();
  expect(preview).toContain("[Statement: missing]");
  const draftPage = await page();
  expect(draftPage).not.toContain(`/organise/c/${id}/watch`);
  for (const early of [ORGANISE.watch, ORGANISE.invitations, ORGANISE.channels]) {
    const answer = await world.get(anna, early, id);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining("Not yet")]);
  }
});

test("a copy is called a copy in each language, and no translation becomes old by it", async () => {
  await world.create(anna, { id: "copied", way: "duplicate", from: KAZAKHSTAN.id });
  const { fields: copy, madeFrom } = await world.draft("copied");
  const title = KAZAKHSTAN.title["ru"]!;
  expect(copy["title.ru"]).toBe(`Копия: ${title}`);
  expect(madeFrom["title.ru"]).toBe(markOf(copy["title.en"]!));
});

test("a deleted draft is gone, can be restored for 30 days, and then nothing of it is left", async () => {
  const home = async () => (await world.get(anna, ORGANISE.home)).text();
  expect((await world.get(anna, ORGANISE.deleteDraftPage, id)).status).toBe(200);
  expect((await world.post(anna, ORGANISE.deleteDraft, {}, id)).status).toBe(303);
  expect((await world.get(anna, ORGANISE.editPage, id)).status).toBe(404);
  expect(await home()).toContain(`/organise/c/${id}/restore`);
  expect((await world.post(anna, ORGANISE.restoreDraft, {}, id)).status).toBe(303);
  expect((await fields())["title.en"]).toBe("Three");

  await world.post(anna, ORGANISE.deleteDraft, {}, id);
  const { db } = world.services;
  await emptyBin(world.services);
  expect((await getBinned(db, id))!.draft.fields["title.en"]).toBe("Three");
  const later = new Date(world.clock.now.getTime() + 30 * 86_400_000);
  await emptyBin({ db, now: () => later });
  expect(await getBinned(db, id)).toMatchObject({ emptied: true });
  expect((await getBinned(db, id))!.draft.fields["title.en"]).toBeUndefined();
  expect(await listHistory(db, id)).toEqual({ changes: [], undone: [] });
  expect((await world.post(anna, ORGANISE.deleteDraft, {}, KAZAKHSTAN.id)).status).toBe(409);
});
