import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { CATALOGUES, type Language } from "../support/languages.ts";
import type { Services } from "../../functions/services.ts";
import { fill } from "../../web/text.ts";
import { servicesBeside } from "../support/beside.ts";
import { browserCookie, signedIn, type SignedInOrganiser } from "../support/signed-in.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { axeFindings } from "./axe.ts";
import { unnamed, untranslated } from "./examine.ts";
import { fillIn, stateSaid } from "./fill-in.ts";
import { misfits } from "./layout.ts";
import { type Site, useSite } from "./visitor.ts";

const site = useSite();
let services: Services;
let anna: SignedInOrganiser;

beforeAll(async () => {
  services = await servicesBeside(site.server);
  anna = await signedIn(services, "Анна", { [KAZAKHSTAN.id]: "viewer" }, site.server.url);
});
afterAll(() => services?.db.client.destroy());

/** An organiser's browser; axe may be put into its pages, which our policy would not let in. */
async function browserOf({ browser, server }: Site, who: SignedInOrganiser, script = true) {
  const context = await browser.newContext({
    baseURL: server.url,
    bypassCSP: true,
    javaScriptEnabled: script,
    viewport: { width: 360, height: 800 },
  });
  onTestFinished(() => context.close());
  await context.addCookies([browserCookie(who, server.url)]);
  return context.newPage();
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const examineIn = (language: Language) => async (page: Page) => ({
  axe: await axeFindings(page),
  unnamed: await unnamed(page),
  misfits: await misfits(page),
  untranslated: (await untranslated(page, language)).filter((words) => !isTheirs(words)),
});
const FINE = { axe: [], unnamed: [], misfits: [], untranslated: [] };

/** What stands there in every language. */
const isTheirs = (words: string): boolean =>
  /^(title|statement|measures|source|code|addressee|release|recommendations|about)\b/.test(words) ||
  ["Plant trees", "More trees", "are planted", "Ағаштар"].includes(words);

// What its pages say in each language is looked at state by state (console-states.test.ts): here it is the way.
describe.each(["ru"] as const)("in %s at 360 px", (language) => {
  const text = CATALOGUES[language];
  const examine = examineIn(language);
  const { importing, edit, life, preview } = text.draft;
  const saved = new RegExp(fill(edit.saved, { time: ".+" }));
  const [id, at] = [`made-${language}`, (path: string) => `/organise/${path}?lang=${language}`];
  test("a table is imported, translated, looked at, opened, paused and resumed", async () => {
    const page = await browserOf(site, anna);
    await page.goto(at("new"));
    expect(await examine(page)).toEqual(FINE);
    const table =
      "code;title.en;statement.en;measures.en\nA1;Plant trees;More trees are planted;One|Two\n";
    const begin = async () => {
      await page.getByLabel(importing.id).fill(id);
      await page.getByLabel(importing.original).selectOption("en");
      await page.getByText(importing.further).first().click();
      await page.getByLabel(importing.moreLanguages).fill("ru kk");
      await page.getByLabel(importing.ways.file, { exact: true }).check();
    };
    await begin();
    const wrong = {
      name: "t.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("code;title.en\nA 1;x\n"),
    };
    await page.getByLabel(importing.file).setInputFiles(wrong);
    await button(page, importing.make).click();
    await page.getByRole("alert").waitFor();
    await page.waitForLoadState("domcontentloaded");
    expect(await page.getByRole("alert").innerText()).toContain(
      fill(importing.places.cell, { cell: "A2", heading: "code" }),
    );
    expect(await examine(page)).toEqual(FINE);
    await page.getByRole("link", { name: importing.arrange.back }).click();
    await begin();
    await page.getByLabel(importing.file).setInputFiles({ ...wrong, buffer: Buffer.from(table) });
    await button(page, importing.make).click();

    await page.waitForURL(`**/c/${id}/edit*`);
    expect(await page.locator('[name="recommendations.1.title.en"]').inputValue()).toBe(
      "Plant trees",
    );
    expect(await page.getByText(edit.missing, { exact: true }).count()).toBeGreaterThan(4);
    expect(await examine(page)).toEqual(FINE);

    // Saved by itself, a second after the last key.
    await page.locator('[name="recommendations.1.title.kk"]').fill("Ағаш отырғызу");
    await page.getByText(saved).waitFor();
    const opens = page.locator('[name="opensAt"]');
    // It stands for a second only: looked for from before it comes.
    await Promise.all([stateSaid(page, edit.notSaved), opens.fill("2099-03-01T06:00")]);
    await page.getByText(saved).waitFor();
    await page.reload();
    expect(await page.locator('[name="recommendations.1.title.kk"]').inputValue()).toBe(
      "Ағаш отырғызу",
    );
    expect(await opens.inputValue()).toBe("2099-03-01T06:00");
    await page.locator('[name="timeZone"]').fill("Asia/Almaty");
    await button(page, edit.save).last().click();
    const zone = fill(edit.zoneHint, { zone: "Asia/Almaty" });
    await page.getByText(zone).first().waitFor();
    expect(await opens.inputValue()).toBe("2099-03-01T11:00");

    await page.goto(at(`c/${id}/preview`));
    expect(await examine(page)).toEqual(FINE);
    await page.goto(at(`c/${id}/edit`));
    await fillIn(page);
    await button(page, edit.save).last().click();
    await expect.poll(() => page.locator("#save-state").innerText()).toMatch(saved);
    expect(await page.getByText(edit.missing, { exact: true }).count()).toBe(0);

    await page.goto(at(`c/${id}/preview`));
    await page.getByText(preview.banner).waitFor();
    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.method()));
    await page.getByRole("radio").first().check();
    await button(page, text.rate.form.review).click();
    expect(sent).toEqual([]);
    expect(await examine(page)).toEqual(FINE);

    await page.goto(at(`c/${id}/life`));
    expect(await examine(page)).toEqual(FINE);
    const step = async (name: string) => {
      const part = page.getByRole("region", { name, exact: true });
      if (name === life.steps.pause) await part.getByRole("textbox").first().fill("A pause");
      await part.getByRole("checkbox").check();
      await button(page, name).click();
    };
    await button(page, life.steps.open).click();
    await page.waitForLoadState("domcontentloaded");
    expect(await page.getByRole("alert").innerText()).toContain(text.problems["step-unconfirmed"]);
    for (const [name, stage] of [
      [life.steps.open, life.stages.open],
      [life.steps.pause, life.stages.paused],
      [life.steps.resume, life.stages.open],
    ] as const) {
      await step(name);
      await page.getByText(stage, { exact: true }).waitFor();
      expect(await examine(page)).toEqual(FINE);
    }
    await page.goto(at(`c/${id}/edit`));
    await page.getByText(edit.frozen).waitFor();
    expect(
      await page.locator('[name="recommendations.1.code"]').getAttribute("readonly"),
    ).not.toBeNull();
    expect(await examine(page)).toEqual(FINE);
  });

  test("without a script two versions of a text are shown, and undone", async () => {
    const copy = `copy-${language}`;
    const [one, other] = [await browserOf(site, anna, false), await browserOf(site, anna, false)];
    await one.goto(at("new"));
    await one.getByLabel(importing.id).fill(copy);
    await one.getByLabel(importing.ways.duplicate, { exact: true }).check();
    await one.getByLabel(importing.from).selectOption(KAZAKHSTAN.id);
    await button(one, importing.make).click();
    await one.waitForURL(`**/c/${copy}/edit*`);
    await other.goto(at(`c/${copy}/edit`));
    const title = (page: Page) => page.locator('[name="title.ru"]');
    await title(one).fill("Первая версия");
    await button(one, edit.save).last().click();
    await title(other).fill("Вторая версия");
    await button(other, edit.save).last().click();
    await other.getByRole("heading", { name: text.draft.conflict.title }).waitFor();
    await other.locator("p.pre-line", { hasText: "Первая версия" }).waitFor();
    expect(await title(other).inputValue()).toBe("Вторая версия");
    expect({ unnamed: await unnamed(other), misfits: await misfits(other) }).toEqual({
      unnamed: [],
      misfits: [],
    });
    await button(other, text.draft.conflict.save).click();
    expect(await title(other).inputValue()).toBe("Вторая версия");
    const first = fill(CATALOGUES.ru!.draft.importing.copyOf, { title: KAZAKHSTAN.title.ru! });
    for (const expected of ["Первая версия", first]) {
      await other.getByText(edit.undoHeading, { exact: true }).click();
      await button(other, edit.undo).click();
      expect(await title(other).inputValue()).toBe(expected);
    }
    // So many are folded, each under its title, until a way leads there.
    const top = other.locator("#draft summary > h3").first();
    expect(await top.innerText()).toContain("W1");
    await other.getByText(edit.contents, { exact: true }).click();
    const named = (code: string) => fill(edit.item.recommendations, { code });
    await other.getByRole("link", { name: named("W1"), exact: true }).click();
    await button(other, `${edit.down}: ${named("W1")}`).click();
    expect(await top.innerText()).toContain("W2");
  });
});
