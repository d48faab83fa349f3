import { beforeAll, describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import type { SignedInOrganiser } from "../../support/signed-in.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { freshConsole } from "./console.ts";

// What an organiser reads is words: no codes, no names of fields, no times as machines write them.

let world: Awaited<ReturnType<typeof freshConsole>>;
let anna: SignedInOrganiser;
let number = 0;

beforeAll(async () => {
  world = await freshConsole();
  anna = await world.organiser("Anna", { [KAZAKHSTAN.id]: "viewer" });
});

const copy = async (): Promise<string> => {
  const id = `words-${++number}`;
  await world.create(anna, { id, way: "duplicate", from: KAZAKHSTAN.id });
  return id;
};
const editPage = async (id: string, lang = "en") =>
  (await world.get(anna, ORGANISE.editPage, id, lang)).text();
/** The control of a field on the edit page, and what is said about it. */
const control = (html: string, name: string) =>
  new RegExp(`<(?:input|select)[^>]* name="${name}"[^>]*>`).exec(html)?.[0] ?? "";

describe("dates", () => {
  test("are entered and shown by the clocks of the consultation's zone, and stored in UTC", async () => {
    const id = await copy();
    const zone = { zone: "Asia/Almaty" };
    const entered = await world.edit(anna, id, { opensAt: "2027-03-02T17:00" }, { more: zone });
    expect(entered.status).toBe(303);
    expect((await world.draft(id)).fields["opensAt"]).toBe("2027-03-02T12:00:00Z");
    const html = await editPage(id);
    expect(control(html, "opensAt")).toContain('type="datetime-local"');
    expect(control(html, "opensAt")).toContain('value="2027-03-02T17:00"');
    expect(control(html, "opensAt")).toContain('aria-describedby="f-opensAt-hint"');
    expect(html).toContain("Date and time by the clocks of Asia/Almaty.");
    expect(control(html, "source\\.date")).toContain('type="date"');
    // Another zone changes no moment, even in the same form as dates that were shown by the old one.
    const moved = { timeZone: "Europe/Berlin", opensAt: "2027-03-02T17:00" };
    expect((await world.edit(anna, id, moved, { more: zone })).status).toBe(303);
    expect((await world.draft(id)).fields["opensAt"]).toBe("2027-03-02T12:00:00Z");
    expect(control(await editPage(id), "opensAt")).toContain('value="2027-03-02T13:00"');
  });

  test("saved again untouched change nothing", async () => {
    const id = await copy();
    await world.edit(anna, id, { closesAt: "2027-04-01 18:00" });
    const before = await world.draft(id);
    await world.edit(anna, id, { closesAt: "2027-04-01T18:00" });
    expect(await world.draft(id)).toEqual(before);
  });

  test("that are none stand as they were entered, with what is wrong beside the field", async () => {
    const id = await copy();
    await world.edit(anna, id, {
      opensAt: "1 March",
      closesAt: "2 March",
      "source.date": "2019-02-31",
    });
    expect((await world.get(anna, ORGANISE.lifePage, id)).status).toBe(200);
    const html = await editPage(id);
    expect(control(html, "opensAt")).toContain('type="text"');
    expect(control(html, "opensAt")).toContain('value="1 March"');
    expect(html).toMatch(/id="f-opensAt-fault">This is not a date with a time/);
    expect(control(html, "source\\.date")).toContain('type="text"');
    await world.edit(anna, id, { opensAt: "2027-04-02T12:00", "source.date": "2019-11-27" });
    await world.edit(anna, id, { closesAt: "2027-04-02T11:59" });
    expect(await (await world.get(anna, ORGANISE.lifePage, id)).text()).toContain(
      "Closes by itself on 2 April 2027 at 16:59 (Kazakhstan Time).",
    );
    expect(await editPage(id)).toMatch(/id="f-closesAt-fault">It would close before it opens/);
  });

  test("and choices in conflict are shown in words, each with its own control", async () => {
    const id = await copy();
    await world.edit(anna, id, { opensAt: "2027-03-02T12:00", "translations.kk": "checked" });
    const values = { opensAt: "2027-03-03T12:00", "translations.kk": "original" };
    const seen = { opensAt: "2027-03-01T12:00:00Z", "translations.kk": "working" };
    const answer = await world.edit(anna, id, values, { seen });
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain(">2 March 2027 at 17:00 (Kazakhstan Time)<");
    expect(control(html, "opensAt")).toContain('value="2027-03-03T17:00"');
    expect(html).toContain(">Checked translation<");
    expect(control(html, "translations\\.kk")).toMatch(/^<select/);
    expect(html).not.toMatch(/>(opensAt|translations\.kk|checked|2027-[^<]*Z)</);
  });
});

test("the log says what was done in words", async () => {
  const id = await copy();
  await world.edit(anna, id, {
    "recommendations.7.title.kk": "Басқаша",
    opensAt: "2027-03-02T12:00",
  });
  await world.step(anna, id, "schedule", "draft");
  await world.step(anna, id, "unschedule", "scheduled");
  const html = await (await world.get(anna, ORGANISE.log, id)).text();
  const { code } = KAZAKHSTAN.recommendations[6]!;
  expect(html).toContain(`Recommendation ${code}, Title, Қазақша`);
  expect(html).toContain("begun: As a copy of another consultation");
  expect(html).toContain("stage: scheduled");
  expect(html).toContain("step: Take back to draft");
  expect(html).not.toMatch(/recommendations\.|opensAt|duplicate|unschedule|draft-changed|life-/);
});

test("what is wrong with a whole list is named, with the way there", async () => {
  const id = `words-${++number}`;
  await world.create(anna, { id, way: "empty", original: "en" });
  const html = await (await world.get(anna, ORGANISE.lifePage, id)).text();
  expect(html).toMatch(/#list-recommendations">Recommendations</);
  expect(html).not.toContain("<code>/");
});
