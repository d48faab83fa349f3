import { describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { readWorkbook } from "../../../functions/draft/import/workbook.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { problemIn } from "../../support/organiser.ts";
import type { SignedInOrganiser } from "../../support/signed-in.ts";
import { spreadsheet } from "../../support/spreadsheet.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { file } from "./console.ts";
import { NOT_THEIRS, outcome, useTranslator } from "./translator.ts";

// The texts of one language go out and come in again.

const here = useTranslator();

const show = (who: SignedInOrganiser, id: string, body: Blob, language = "kk") =>
  here.world.post(who, ORGANISE.showTranslation, { language, file: body }, id);
/** What the form of a page sends along. */
const hidden = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name, value]) => [
        name!,
        value!.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&"),
      ],
    ),
  );
const take = (who: SignedInOrganiser, id: string, html: string) => {
  const { language = "", texts = "", mark = "" } = hidden(html);
  return here.world.post(who, ORGANISE.takeTranslation, { language, texts, mark }, id);
};
const download = async (id: string, form: string) =>
  here.world.app.request(`/organise/c/${id}/translations/file?lang=en&language=kk&form=${form}`, {
    headers: { Cookie: here.timur.cookie },
  });

describe("the texts of a language", () => {
  test("go out as a spreadsheet and as PO, and come back as they went", async () => {
    const id = await here.copy();
    for (const form of ["xlsx", "po"]) {
      const sent = await download(id, form);
      expect(sent.headers.get("Content-Disposition")).toContain(`${id}-kk.${form}`);
      const html = await (await show(here.timur, id, await sent.blob())).text();
      expect(html).toContain("The file changes nothing");
    }
  });

  test("are shown before they are taken over, as one change that is logged and undone", async () => {
    const id = await here.copy();
    const [{ rows } = { rows: [] }] = readWorkbook(
      new Uint8Array(await (await download(id, "xlsx")).arrayBuffer()),
    );
    const cells = rows.map(({ cells: [place = "", original = "", kazakh = "", state = ""] }) => [
      place,
      original,
      place === "title" ? "Жаңа & <тақырып>".replace(/[<>]/g, "") : kazakh,
      state,
    ]);
    const before = await here.world.draft(id);
    const html = await (
      await show(here.timur, id, file(spreadsheet(cells.map((row) => row.map(xml)))))
    ).text();
    expect(html).toContain("Would change: 1.");
    expect(await here.world.draft(id)).toEqual(before);
    const done = await take(here.timur, id, html);
    expect([done.status, done.headers.get("Location")]).toEqual([
      303,
      expect.stringContaining(`/organise/c/${id}/translations?lang=en&done=translation-taken.`),
    ]);
    expect(await here.text(id, "title.kk")).toBe("Жаңа & тақырып");
    expect((await listEntries(here.world.services.db, id)).at(-1)).toMatchObject({
      who: "Timur",
      action: "draft-changed",
      after: { fields: ["title.kk"], count: 1 },
    });
    expect((await here.world.press(here.timur, id, "undo 2")).status).toBe(303);
    expect(await here.world.draft(id)).toEqual(before);
  });

  test("that somebody has changed meanwhile are shown again, and nothing is done", async () => {
    const id = await here.copy();
    const po = (words: string) =>
      file(
        `msgid ""\nmsgstr "Language: kk\\n"\n\nmsgctxt "title"\nmsgid ${JSON.stringify(KAZAKHSTAN.title["en"])}\nmsgstr "${words}"\n`,
      );
    const html = await (await show(here.timur, id, po("Жаңа"))).text();
    await here.world.edit(here.anna, id, { "title.kk": "Басқа" });
    const answer = await take(here.timur, id, html);
    expect(answer.status).toBe(409);
    expect(await here.text(id, "title.kk")).toBe("Басқа");
    const again = await answer.text();
    expect(problemIn(again)).toBe("translation-changed");
    // Without choosing the file again.
    expect((await take(here.timur, id, again)).status).toBe(303);
    expect(await here.text(id, "title.kk")).toBe("Жаңа");
  });

  test("are refused as a whole, each fault with its line; and a file that is none", async () => {
    const id = await here.copy();
    const before = await here.world.draft(id);
    const csv = "place;original (en);translation (kk)\ntitle;x;Жаңа\nsummary;x;<b>\nnowhere;x;y\n";
    const html = await (await show(here.timur, id, file(csv))).text();
    expect(problemIn(html)).toBe("translation-invalid");
    expect(html).toContain("Line 3, Summary: has angle brackets");
    expect(html).toContain("Line 4, nowhere: is no text of this consultation");
    const wrong = {
      "": "was not chosen",
      "a,b\n": "has not the columns",
      "place,original,translation (ru)\ntitle,x,y": "is not in this language",
      "place,original,translation (kk)\n": "has no texts",
      'msgid "': "cannot be read",
    };
    for (const [body, words] of Object.entries(wrong)) {
      const answer = await show(here.timur, id, file(body));
      expect([answer.status, (await answer.text()).includes(words)]).toEqual([422, true]);
    }
    expect(await here.world.draft(id)).toEqual(before);
  });

  test("are changed by nobody into whose hands they were not given", async () => {
    const id = await here.copy();
    const po = file(
      'msgid ""\nmsgstr "Language: ru\\n"\n\nmsgctxt "title"\nmsgid "x"\nmsgstr "y"\n',
    );
    expect(await outcome(show(here.timur, id, po, "ru"))).toEqual(NOT_THEIRS);
    const html = await (await show(here.anna, id, po, "ru")).text();
    expect(await outcome(take(here.timur, id, html))).toEqual(NOT_THEIRS);
    expect(await outcome(show(here.anna, id, po, "en"))).toEqual(NOT_THEIRS);
  });

  test("that are missing or no longer fit are listed, each with the way to its field", async () => {
    const id = await here.copy();
    await here.world.edit(here.anna, id, { "title.en": "Another", "summary.kk": "" });
    const html = await (await here.world.get(here.timur, ORGANISE.translations, id)).text();
    expect(html).toContain(`/organise/c/${id}/edit?lang=en#f-title-kk`);
    expect(html).toContain(`/organise/c/${id}/edit?lang=en#f-summary-kk`);
    expect(html).toContain("You do not translate into this language");
  });
});

const xml = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
