import { beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { findText, nameOfText } from "../../../functions/store/texts.ts";
import { getThemes, themesWrite } from "../../../functions/store/themes.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { problemIn } from "../../support/organiser.ts";
import { freshWorld } from "../../support/world.ts";
import { ID, moderator, write, wrote } from "./moderating.ts";

/* Themes, and which reasons belong to them. */

let services: Awaited<ReturnType<typeof freshWorld>>;
let aida: Awaited<ReturnType<typeof moderator>>;
beforeEach(async () => {
  services = await freshWorld();
  aida = await moderator(createApp(services), services, "Aida");
});

const NEW = { revision: "0", "new.en": "Schools", "new.ru": "Школы", "new.kk": "Мектептер" };
const themes = () => getThemes(services.db, ID);
const name = (text: string) => nameOfText(ID, wrote(text));
const themesOf = async (text: string) => (await findText(services.db, ID, name(text)))?.themes;

describe("the list of themes", () => {
  test("a theme is made, renamed and taken away; its code is never given again", async () => {
    expect((await aida.post("changeThemes", NEW)).status).toBe(303);
    expect(await themes()).toMatchObject({
      themes: [{ code: "T1", name: { en: "Schools", ru: "Школы", kk: "Мектептер" } }],
      revision: 1,
    });
    const renamed = { revision: "1", theme: "T1", "name.T1.en": "Teaching", "name.T1.ru": "" };
    expect((await aida.post("changeThemes", renamed)).status).toBe(303);
    expect((await themes()).themes).toEqual([{ code: "T1", name: { en: "Teaching" } }]);
    const removed = { revision: "2", theme: "T1", remove: "T1", "new.en": "Courts" };
    expect((await aida.post("changeThemes", removed)).status).toBe(303);
    expect((await themes()).themes).toEqual([{ code: "T2", name: { en: "Courts" } }]);
    expect((await listEntries(services.db, ID)).at(-1)).toMatchObject({
      action: "themes-changed",
      before: { themes: 1 },
      after: { themes: 1 },
    });
  });

  test.each([
    ["without a name in the original", { ...NEW, "new.en": " " }],
    ["too long", { ...NEW, "new.en": "x".repeat(81) }],
    ["with marks that turn letters around", { ...NEW, "new.en": "Sch\u202Eools" }],
  ])("refused: %s", async (_, fields) => {
    const answer = await aida.post("changeThemes", fields);
    const html = await answer.text();
    expect([answer.status, problemIn(html)]).toEqual([422, "themes-invalid"]);
    expect(html).toContain('value="Школы"');
    expect((await themes()).revision).toBe(0);
  });

  test("refused: somebody else has changed them meanwhile", async () => {
    await aida.post("changeThemes", NEW);
    const answer = await aida.post("changeThemes", { ...NEW, "new.en": "Courts" });
    expect([answer.status, problemIn(await answer.text())]).toEqual([409, "themes-changed"]);
    expect((await themes()).themes).toHaveLength(1);
  });

  test("refused: more than forty", async () => {
    const forty = Array.from({ length: 40 }, (_, place) => ({
      code: `T${place + 1}`,
      name: { en: `Theme ${place + 1}` },
    }));
    const stored = { themes: forty, next: 41 };
    await writeAll(services.db, [themesWrite(services.db, ID, { revision: 0 }, stored)]);
    const fields = new URLSearchParams([
      ["csrf", aida.token],
      ["revision", "1"],
      ["new.en", "One more"],
      ...forty.flatMap(({ code, name: { en } }): [string, string][] => [
        ["theme", code],
        [`name.${code}.en`, en],
      ]),
    ]);
    const answer = await aida.send("changeThemes", fields);
    expect([answer.status, problemIn(await answer.text())]).toEqual([422, "themes-invalid"]);
    expect(await (await aida.get("", "themes")).text()).toContain("There are 40 themes");
  });
});

describe("coding", () => {
  beforeEach(async () => {
    await aida.post("changeThemes", NEW);
    await aida.post("changeThemes", {
      revision: "1",
      theme: "T1",
      "name.T1.en": "Schools",
      "new.en": "Courts",
    });
    await write(services, [wrote("One"), wrote("Two")]);
    for (const text of ["One", "Two"]) await aida.sayOf(text, "accept");
  });

  test("a reason is put into several themes, and out of one; what was not shown stays", async () => {
    const both = new URLSearchParams([
      ["csrf", aida.token],
      ["code", "K3"],
      ["text", name("One")],
      ["seen.0", ""],
      ["themes.0", "T1"],
      ["themes.0", "T2"],
    ]);
    expect((await aida.send("codeReasons", both)).headers.get("Location")).toContain("code=K3");
    expect(await themesOf("One")).toEqual(["T1", "T2"]);
    // Somebody else's page still shows it in T1 alone.
    await aida.post("codeReasons", { text: name("One"), "seen.0": "T1" });
    expect(await themesOf("One")).toEqual(["T2"]);
    expect((await listEntries(services.db, ID)).at(-1)).toMatchObject({
      action: "reasons-coded",
      after: { texts: 1 },
    });
  });

  test("one theme for several reasons at once, and out again", async () => {
    const chosen = (way: string) =>
      new URLSearchParams([
        ["csrf", aida.token],
        ["text", name("One")],
        ["text", name("Two")],
        ["chosen", "0"],
        ["chosen", "1"],
        ["bulk", "T2"],
        ["do", way],
      ]);
    await aida.send("codeReasons", chosen("add"));
    expect([await themesOf("One"), await themesOf("Two")]).toEqual([["T2"], ["T2"]]);
    await aida.send("codeReasons", chosen("take"));
    expect([await themesOf("One"), await themesOf("Two")]).toEqual([[], []]);
  });

  test("a theme that is none, and a text that is not accepted", async () => {
    await aida.post("codeReasons", { text: name("One"), "themes.0": "T9" });
    expect(await themesOf("One")).toEqual([]);
    await write(services, [wrote("Three")]);
    const answer = await aida.post("codeReasons", { text: name("Three"), "themes.0": "T1" });
    expect([answer.status, problemIn(await answer.text())]).toEqual([409, "text-gone"]);
  });

  test("the page shows accepted reasons of the recommendation that was chosen, with its themes", async () => {
    await aida.post("codeReasons", { text: name("One"), "themes.0": "T1" });
    const html = await (await aida.get("&code=K3", "themes")).text();
    expect(html).toMatch(/value="K3" selected>K3 [^<]+ \(2\)</);
    expect(html.match(/<fieldset class="entry judged"/g)).toHaveLength(2);
    expect(html.match(/name="themes\.\d" value="T1"[^>]*checked/g)).toHaveLength(1);
    expect(await (await aida.get("&code=K5", "themes")).text()).toContain("No reason for this");
  });
});
