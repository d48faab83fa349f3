import { GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { draftOf } from "../../../domain/draft/draft-of.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import type { Role } from "../../../domain/organiser/role.ts";
import { getPublished, publishedWrite } from "../../../functions/store/consultations.ts";
import { draftWrite, getDraft } from "../../../functions/store/drafts.ts";
import { getTeam, teamWrite } from "../../../functions/store/teams.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { CATALOGUES } from "../../support/languages.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { freshConsole, inAll } from "./console.ts";

/* What was stored before there were schedules goes on working, and is written anew with its next step. */

let world: Awaited<ReturnType<typeof freshConsole>>;
let anna: Awaited<ReturnType<typeof world.organiser>>;
const NOW: Consultation["release"] = { every: "day" };

const key = (id: string) => ({ pk: { S: "CONSULTATIONS" }, sk: { S: id } });
const stored = async (id: string): Promise<Record<string, unknown>> => {
  const { db } = world.services;
  const get = new GetItemCommand({ TableName: db.tables.main, Key: key(id), ConsistentRead: true });
  const { Item } = await db.client.send(get);
  return JSON.parse(Item!["definition"]!.S!) as Record<string, unknown>;
};

/** An open consultation as an earlier version of the program stored it, with her as its owner. */
async function open(id: string): Promise<void> {
  const { db } = world.services;
  const { experts: _, people: __, ...rest } = KAZAKHSTAN;
  const definition = {
    ...rest,
    id,
    release: { minChanged: 20, minMinutes: 720 },
    smallPanelConsent: true,
  };
  const Item = { ...key(id), definition: { S: JSON.stringify(definition) } };
  await db.client.send(new PutItemCommand({ TableName: db.tables.main, Item }));
  const owners: Record<string, Role> = { [anna.id]: "owner" };
  expect(await writeAll(db, [teamWrite(db, await getTeam(db, id), owners, {})])).toBe(true);
}

beforeAll(async () => {
  world = await freshConsole();
  anna = await world.organiser("Anna");
});

describe("a stored definition from before there were schedules", () => {
  test("is read as it would be written now, and stays as it is", async () => {
    await open("read");
    const before = await stored("read");
    const { definition } = (await getPublished(world.services.db, "read"))!;
    expect(definition.release).toEqual(NOW);
    expect(definition).not.toHaveProperty("smallPanelConsent");
    expect(definition.experts).toBeUndefined();
    expect(await stored("read")).toEqual(before);
    const page = await (await world.app.request("/c/read?lang=en")).text();
    expect(page).toContain(CATALOGUES.en.rate.page.publishing.every.day);
    const told = await world.app.request(apiPath(API.consultation, "read"));
    expect(await told.json()).toMatchObject({ release: NOW });
  });

  test("can be paused and corrected, and is then stored in today's form", async () => {
    await open("step");
    expect((await world.step(anna, "step", "pause", "open", { "note.en": "A pause" })).status).toBe(
      303,
    );
    expect((await stored("step"))["release"]).toEqual(NOW);
    expect(await stored("step")).not.toHaveProperty("smallPanelConsent");
    const edit = { "title.en": "A corrected title" };
    const seen = { "title.en": KAZAKHSTAN.title.en };
    expect((await world.edit(anna, "step", edit, { seen })).status).toBe(303);
    const note = inAll("note", "A slip of the pen");
    expect((await world.step(anna, "step", "correct", "paused", note)).status).toBe(303);
    expect(await stored("step")).toMatchObject({
      title: { en: "A corrected title" },
      release: NOW,
    });
  });

  test("is written over only where it is still what was read", async () => {
    await open("race");
    const { db } = world.services;
    const [mine, theirs] = [await getPublished(db, "race"), await getPublished(db, "race")];
    const paused = { ...mine!, life: { ...mine!.life, paused: true } };
    const archived = { ...theirs!, life: { ...theirs!.life, archived: true } };
    expect(await writeAll(db, [publishedWrite(db, "race", theirs, archived)])).toBe(true);
    expect(await writeAll(db, [publishedWrite(db, "race", mine, paused)])).toBe(false);
    expect((await getPublished(db, "race"))!.life).toEqual(archived.life);
  });
});

test("a stored draft from before there were schedules has one, and can be edited and corrected", async () => {
  await open("draft");
  const { db } = world.services;
  const draft = draftOf((await getPublished(db, "draft"))!.definition);
  const { "release.every": _, ...fields } = draft.fields;
  const earlier = { "release.minChanged": "20", "release.minMinutes": "720" };
  const kept = { ...draft, fields: { ...fields, ...earlier, smallPanelConsent: "yes" } };
  expect(await writeAll(db, [draftWrite(db, "draft", kept, 0)!])).toBe(true);
  expect((await getDraft(db, "draft"))!.draft).toEqual(draft);
  expect((await world.get(anna, ORGANISE.editPage, "draft")).status).toBe(200);
  expect((await world.edit(anna, "draft", { "title.kk": "Түзетілген" })).status).toBe(303);
  const note = inAll("note", "A slip of the pen");
  expect((await world.step(anna, "draft", "correct", "open", note)).status).toBe(303);
  expect(await stored("draft")).toMatchObject({ title: { kk: "Түзетілген" }, release: NOW });
});
