import { beforeAll, describe, expect, test } from "vitest";
import { keysOf, valueOf } from "../../../domain/draft/draft.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { getDraft } from "../../../functions/store/drafts.ts";
import type { SignedInOrganiser } from "../../support/signed-in.ts";
import { file, freshConsole } from "./console.ts";

let world: Awaited<ReturnType<typeof freshConsole>>;
let anna: SignedInOrganiser;
const ID = "again";
const NEXT = "code,title.en,statement.en\nA1,<60 % of debt,Less.\nA3,New,Text.\n";

beforeAll(async () => {
  world = await freshConsole();
  anna = await world.organiser("Anna");
  const table = file("code,title.en,statement.en\nA1,Debt,Less.\nA2,Air,Clean.\n");
  await world.create(anna, { id: ID, original: "en", way: "file", file: table });
});

const send = async (fields: Record<string, string | Blob>) => {
  const answer = await world.post(anna, ORGANISE.import, { way: "file", ...fields }, ID);
  return { status: answer.status, html: await answer.text(), to: answer.headers.get("Location") };
};
const stored = async () => (await getDraft(world.services.db, ID))!;
const carried = (html: string) => ({
  table: /name="table" value="([^"]*)"/
    .exec(html)![1]!
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&"),
  revision: /name="revision" value="(\d+)"/.exec(html)![1]!,
  seen: "0",
});

describe("importing again into a draft", () => {
  test("shows what would change, as text, and changes nothing", async () => {
    const before = await stored();
    const { status, html } = await send({ file: file(NEXT), do: "look" });
    expect(status).toBe(200);
    expect(html).toContain("&lt;60 % of debt");
    expect(html).toMatch(/Added.*A3 New.*Changed.*A1.*Debt.*Not in what is imported.*A2 Air/s);
    expect(await stored()).toEqual(before);
    // Not even where it says that it has been looked at already.
    expect((await send({ file: file(NEXT), do: "make" })).status).toBe(409);
    expect(await stored()).toEqual(before);
  });

  test("is refused over another revision than was shown, and shows it anew", async () => {
    const shown = carried((await send({ file: file(NEXT), do: "look" })).html);
    await world.edit(anna, ID, { "title.en": "A title" });
    const before = await stored();
    const late = await send({ ...shown, do: "make" });
    expect([late.status, await stored()]).toEqual([409, before]);
    expect(late.html).toContain("Somebody has changed the draft in the meantime");
    expect(carried(late.html).revision).toBe(String(before.revision));
  });

  test("is one change that stands in the log and can be undone", async () => {
    const before = await stored();
    const shown = carried((await send({ file: file(NEXT), do: "look" })).html);
    const made = await send({ ...shown, remove: "yes", do: "make" });
    expect([made.status, made.to]).toEqual([
      303,
      expect.stringContaining(`/organise/c/${ID}/edit?lang=en&done=draft-imported.`),
    ]);
    const { draft, revision } = await stored();
    expect(revision).toBe(before.revision + 1);
    expect(keysOf(draft, "recommendations")).toEqual(["1", "3"]);
    expect(valueOf(draft, "recommendations.1.title.en")).toBe("<60 % of debt");
    const log = await (await world.get(anna, ORGANISE.log, ID)).text();
    expect(log).toContain(`${revision}`);
    await world.press(anna, ID, `undo ${revision}`);
    expect((await stored()).draft).toEqual(before.draft);
  });

  test("is refused with its places, a whole consultation by name, and too many in sum", async () => {
    const before = await stored();
    const bad = await send({ file: file("code,title.en\nA 1,x"), do: "look" });
    expect([bad.status, bad.html]).toEqual([422, expect.stringContaining("Write A1, say")]);
    const json = await send({ file: file("{}"), do: "look" });
    expect(json.status).toBe(422);
    const many = Array.from({ length: 99 }, (_, at) => `N${at + 1},x`).join("\n");
    const sum = await send({ file: file(`code,title.en\n${many}`), do: "look" });
    expect([sum.status, sum.html]).toEqual([422, expect.stringContaining("recommendations: 101")]);
    expect(await stored()).toEqual(before);
  });

  test("is offered to those who may edit, and nobody else", async () => {
    const page = await (await world.get(anna, ORGANISE.editPage, ID)).text();
    expect(page).toContain(`/organise/c/${ID}/import?lang=en`);
    expect((await world.get(anna, ORGANISE.importPage, ID)).status).toBe(200);
    const bolat = await world.organiser("Bolat");
    expect((await world.get(bolat, ORGANISE.importPage, ID)).status).toBe(404);
  });
});
