import { describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { NOT_THEIRS, outcome, useTranslator } from "./translator.ts";

// A translator changes texts of given languages and nothing else.

const here = useTranslator();

describe("a translator", () => {
  test("changes texts of the given languages, also says that one is still right", async () => {
    const id = await here.copy();
    expect((await here.world.edit(here.timur, id, { "title.kk": "Жаңа" })).status).toBe(303);
    expect(await here.text(id, "title.kk")).toBe("Жаңа");
    await here.world.edit(here.anna, id, { "title.en": "Another" });
    const stale = (await here.world.draft(id)).madeFrom["title.kk"];
    expect((await here.world.press(here.timur, id, "confirm title.kk")).status).toBe(303);
    expect((await here.world.draft(id)).madeFrom["title.kk"]).not.toBe(stale);
  });

  test("changes nothing else, not even beside a text of theirs", async () => {
    const id = await here.copy();
    const before = await here.world.draft(id);
    for (const [name, value] of [
      ["title.en", "x"],
      ["title.ru", "x"],
      ["translations.kk", "checked"],
      ["recommendations.1.code", "X9"],
      ["disclosure", "at-risk"],
      ["closesAt", "2027-04-01T18:00"],
    ] as const) {
      const sent = here.world.edit(here.timur, id, { "title.kk": "Жаңа", [name]: value });
      expect([name, ...(await outcome(sent))]).toEqual([name, ...NOT_THEIRS]);
    }
    for (const command of [
      "add addressees",
      "remove recommendations 1",
      "down recommendations 1",
    ]) {
      expect(await outcome(here.world.press(here.timur, id, command))).toEqual(NOT_THEIRS);
    }
    expect(await here.world.draft(id)).toEqual(before);
  });

  test("undoes what they have changed, and nothing of anybody else's that they could not", async () => {
    const id = await here.copy();
    const before = await here.text(id, "title.kk");
    await here.world.edit(here.timur, id, { "title.kk": "Жаңа" });
    expect((await here.world.press(here.timur, id, "undo 2")).status).toBe(303);
    expect(await here.text(id, "title.kk")).toBe(before);
    await here.world.edit(here.anna, id, { "title.en": "Another" });
    expect(await outcome(here.world.press(here.timur, id, "undo 4"))).toEqual(NOT_THEIRS);
  });

  test("of the original changes it only when it was given", async () => {
    expect(
      await outcome(here.world.edit(here.timur, await here.copy(["en"]), { "title.en": "x" })),
    ).toEqual([303, undefined]);
    expect(
      await outcome(here.world.edit(here.timur, await here.copy([]), { "title.kk": "x" })),
    ).toEqual(NOT_THEIRS);
  });

  test("sees an editor in which only these fields are open", async () => {
    const id = await here.copy();
    const html = await (await here.world.get(here.timur, ORGANISE.editPage, id)).text();
    const control = (name: string) =>
      new RegExp(`<(input|textarea)[^>]* name="${name}"[^>]*>`).exec(html)![0];
    expect(control("title.kk")).not.toContain("readonly");
    for (const name of ["title.en", "title.ru", "recommendations.1.code"]) {
      expect(control(name)).toContain("readonly");
    }
    expect(html).not.toContain('value="add recommendations"');
    expect(html).toContain("You translate into: Қазақша.");
    expect(html).toContain('value="save"');
    expect(await (await here.world.get(here.timur, ORGANISE.log, id)).text()).not.toContain(
      "log.json",
    );
  });
});
