import { expect, onTestFinished, test } from "vitest";
import { draftOf } from "../../domain/draft/draft-of.ts";
import { fill } from "../../web/text.ts";
import { CATALOGUES, LANGUAGES } from "../support/languages.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { axeFindings } from "./axe.ts";
import { SHORT, useConsole } from "./console-world.ts";
import { unnamed, untranslated } from "./examine.ts";
import { misfits } from "./layout.ts";
import { browserCookie } from "../support/signed-in.ts";
import { KAZAKHSTAN } from "../support/world.ts";

const ids = LANGUAGES.map((language) => `schedule-${language}`);
const site = useConsole(async (world) => {
  await Promise.all(ids.map((id) => world.add({ id }, { draft: draftOf({ ...SHORT, id }) })));
});
const THEIRS = JSON.stringify(KAZAKHSTAN);

test.each(LANGUAGES)("in %s a schedule is chosen beside what it costs", async (language) => {
  const text = CATALOGUES[language];
  const { edit, schedules, trade, refused } = text.draft;
  const context = await site.browser.newContext({
    baseURL: site.url,
    bypassCSP: true,
    viewport: { width: 360, height: 800 },
  });
  onTestFinished(() => context.close());
  await context.addCookies([browserCookie(site.anna, site.url)]);
  const page = await context.newPage();
  const path = organisePath(ORGANISE.editPage, { id: `schedule-${language}`, lang: language });
  await page.goto(path);
  const field = (of: string) => page.locator(`[name="${of}"]`);
  const saved = new RegExp(fill(edit.saved, { time: ".+" }));
  const save = async () => {
    const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
    await page.getByRole("button", { name: edit.save, exact: true }).last().click();
    await answered;
    await page.locator("#save-state").filter({ hasText: saved }).waitFor();
  };
  const marked = page.getByRole("rowheader").filter({ hasText: trade.chosen });
  const offered = (of: string) => field(of).locator("option").allInnerTexts();

  // What is chosen is marked in the picture and in its table; both have a row for each schedule.
  expect(await marked.innerText()).toContain(schedules.demonstration);
  expect(await offered("release.every")).toEqual(Object.values(schedules));
  expect(await page.locator(".trade tbody tr").count()).toBe(6);
  expect(await page.locator(".trade rect").count()).toBe(18);
  expect(await page.locator(".trade rect.bar-chosen").count()).toBe(3);

  await field("release.every").selectOption("close");
  await field("release.groupsAt").fill("2099-04-01\nsoon");
  await save();
  expect(await marked.innerText()).toContain(schedules.close);
  await page.getByText(refused["release.groupsAt"], { exact: true }).waitFor();
  expect(await field("release.groupsAt").inputValue()).toBe("2099-04-01\nsoon");
  await field("release.groupsAt").fill("");
  await field("release.groups").fill("0");
  await save();
  await page.getByText(trade.noGroups, { exact: true }).waitFor();

  // The strict policy offers what it allows, and what stands there, with the reason that it may not.
  await field("release.every").selectOption("hour");
  await field("disclosure").selectOption("at-risk");
  await save();
  await page.getByText(refused["release.every"], { exact: true }).waitFor();
  const { close, week, day, hour } = schedules;
  expect(await offered("release.every")).toEqual([close, week, day, hour]);
  await page.getByText(refused.experts, { exact: true }).waitFor();
  const foreign = await untranslated(page, language);
  expect({
    axe: await axeFindings(page),
    unnamed: await unnamed(page),
    misfits: await misfits(page),
    untranslated: foreign.filter((words) => !THEIRS.includes(words)),
  }).toEqual({ axe: [], unnamed: [], misfits: [], untranslated: [] });
});
