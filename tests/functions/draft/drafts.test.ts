import { beforeAll, describe, expect, test } from "vitest";
import { valueOf } from "../../../domain/draft/draft.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { KEPT_CHANGES, listHistory } from "../../../functions/store/draft-changes.ts";
import { listEntries } from "../../../functions/store/log.ts";
import type { SignedInOrganiser } from "../../support/signed-in.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { freshConsole } from "./console.ts";

let world: Awaited<ReturnType<typeof freshConsole>>;
let [anna, bolat]: SignedInOrganiser[] = [];
let number = 0;

beforeAll(async () => {
  world = await freshConsole();
  anna = await world.organiser("Anna", { [KAZAKHSTAN.id]: "editor" });
});

/** A copy of the shipped consultation as a draft, on which two organisers work. */
async function copy(): Promise<string> {
  const id = `copy-${++number}`;
  const made = await world.create(anna!, { id, way: "duplicate", from: KAZAKHSTAN.id });
  expect([made.status, made.headers.get("Location")]).toEqual([
    303,
    expect.stringContaining(`/organise/c/${id}/edit?lang=en&done=draft-created.`),
  ]);
  bolat = await world.organiser("Bolat", { [id]: "editor" });
  return id;
}

describe("two organisers who edit at once", () => {
  test("both win with different fields, even at the very same moment", async () => {
    const id = await copy();
    const fields = Array.from(
      { length: 12 },
      (_, index) => `recommendations.${index + 1}.title.ru`,
    );
    const answers = await Promise.all(
      fields.map((name, index) =>
        world.edit(index % 2 === 0 ? anna! : bolat!, id, { [name]: `Новый ${index}` }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual(fields.map(() => 303));
    const draft = await world.draft(id);
    expect(fields.map((name) => valueOf(draft, name))).toEqual(
      fields.map((_, index) => `Новый ${index}`),
    );
    const changes = (await listEntries(world.services.db, id)).filter(
      ({ action }) => action === "draft-changed",
    );
    expect(changes).toHaveLength(fields.length);
  });

  test("see both versions of the same field, and what else they changed is saved", async () => {
    const id = await copy();
    const seen = { "title.en": KAZAKHSTAN.title.en };
    await world.edit(anna!, id, { "title.en": "Anna’s <b>title</b>" });
    const answer = await world.edit(
      bolat!,
      id,
      { "title.en": "Bolat’s title", "title.kk": "Тақырып" },
      { seen },
    );
    const html = await answer.text();
    expect(answer.status).toBe(409);
    expect(html).toContain("Anna’s &lt;b>title&lt;/b>");
    expect(html).toContain("Bolat’s title");
    const draft = await world.draft(id);
    expect([valueOf(draft, "title.en"), valueOf(draft, "title.kk")]).toEqual([
      "Anna’s <b>title</b>",
      "Тақырып",
    ]);
    // Having seen both, Bolat decides.
    const decided = await world.edit(bolat!, id, { "title.en": "Bolat’s title" });
    expect(decided.status).toBe(303);
    expect(valueOf(await world.draft(id), "title.en")).toBe("Bolat’s title");
  });

  test("are told of it by the script's way too", async () => {
    const id = await copy();
    const headers = { Accept: "application/problem+json" };
    const saved = await world.edit(anna!, id, { "title.en": "One" }, { headers });
    expect(await saved.json()).toMatchObject({ revision: 2, conflicts: [] });
    const late = await world.edit(
      bolat!,
      id,
      { "title.en": "Two" },
      { headers, seen: { "title.en": "Zero" } },
    );
    expect(await late.json()).toMatchObject({ revision: 2, conflicts: ["title.en"] });
  });
});

describe("undo", () => {
  test("goes back change by change, also of moved and removed items, and says who made each", async () => {
    const id = await copy();
    const before = await world.draft(id);
    await world.edit(anna!, id, { "summary.kk": "Мәтін" });
    await world.press(bolat!, id, "remove recommendations 3");
    await world.press(anna!, id, "down recommendations 1");
    await world.press(anna!, id, "add about");
    const page = await (await world.get(anna!, ORGANISE.editPage, id)).text();
    expect(page).toContain("Bolat: 12 fields");
    const undo = async () => {
      const [newest] = (await listHistory(world.services.db, id)).changes;
      return (await world.press(bolat!, id, `undo ${newest!.revision}`)).status;
    };
    expect([await undo(), await undo(), await undo(), await undo()]).toEqual([303, 303, 303, 303]);
    expect(await world.draft(id)).toEqual(before);
    expect((await listHistory(world.services.db, id)).changes).toEqual([]);
  });

  test("of a change that is no longer the newest is refused", async () => {
    const id = await copy();
    await world.edit(anna!, id, { "title.en": "One" });
    await world.edit(bolat!, id, { "title.ru": "Два" });
    expect((await world.press(anna!, id, "undo 2")).status).toBe(409);
    expect(valueOf(await world.draft(id), "title.en")).toBe("One");
  });

  test("keeps the last changes, and no more", async () => {
    const id = await copy();
    for (let index = 0; index < KEPT_CHANGES + 3; index++) {
      await world.edit(anna!, id, { "title.en": `Title ${index}` });
    }
    const { changes: kept } = await listHistory(world.services.db, id);
    expect([kept.length, kept[0]!.revision, kept.at(-1)!.revision]).toEqual([50, 54, 5]);
  });
});

describe("who may", () => {
  test("edit: editors and owners; everybody else finds no page", async () => {
    const id = await copy();
    const viewer = await world.organiser("Vera", { [id]: "viewer" });
    const other = await world.organiser("Oleg");
    for (const who of [viewer, other]) {
      expect((await world.edit(who, id, { "title.en": "x" })).status).toBe(404);
      expect((await world.get(who, ORGANISE.editPage, id)).status).toBe(404);
    }
    expect((await world.get(viewer, ORGANISE.previewPage, id)).status).toBe(200);
    expect((await world.get(other, ORGANISE.previewPage, id)).status).toBe(404);
    const copied = await world.create(other, { id: "stolen", way: "duplicate", from: id });
    expect(copied.status).toBe(404);
  });
});
