import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { draftOf } from "../../domain/draft/draft-of.ts";
import { browserCookie } from "../support/signed-in.ts";
import { CATALOGUES } from "../support/languages.ts";
import { CHANNELS } from "../support/channels.ts";
import { publish } from "./console-releases.ts";
import { SHORT, useConsole } from "./console-world.ts";
import { WIDEST } from "./device-fonts.ts";
import { misfits, TEXT_TWICE } from "./layout.ts";

/*
 * Words as long as Kazakh ones are, in every text of the organisers' and on every kind of page: on a page
 * of 320 pixels, and with text twice as large.
 */

const WORD = "қанағаттандырылмағандықтарыңыздан";
const LONG = { en: WORD, ru: WORD, kk: WORD };
const id = "long-words";
const text = CATALOGUES.kk;

let definition: Consultation;
const world = useConsole(async (made) => {
  const { about, recommendations, source } = SHORT;
  const more: Partial<Consultation> = {
    title: LONG,
    summary: LONG,
    organiser: { name: LONG, contact: LONG, purpose: LONG, next: LONG, responsible: LONG },
    source: { ...source, title: LONG, publisher: WORD, chapter: WORD },
    addressees: ["W", "K"].map((code) => ({ code, name: LONG })),
    recommendations: recommendations.map((one) => ({
      ...one,
      title: LONG,
      statement: LONG,
      measures: [LONG],
    })),
    about: about.map((one) => ({
      ...one,
      question: LONG,
      why: LONG,
      options: one.options.map((option) => ({ ...option, label: LONG })),
    })),
    channels: CHANNELS.map((one) => ({ ...one, label: LONG })),
    corrections: [{ at: "2026-01-02T00:00:00.000Z", note: LONG }],
  };
  await made.add({ ...more, id });
  await made.add(
    { ...more, id: `${id}-draft` },
    { draft: draftOf({ ...SHORT, ...more, id: `${id}-draft` }) },
  );
  definition = { ...SHORT, ...more, id };
  await publish(made.services, definition);
});

/** Nothing is cut off or wider than a narrow page, as it is and with text twice as large. */
async function expectToFit(page: Page, name: string): Promise<void> {
  for (const fold of await page.locator("summary:visible").all()) await fold.click();
  await page.setViewportSize({ width: 320, height: 800 });
  expect.soft(await misfits(page, [WIDEST]), name).toEqual([]);
  await page.setViewportSize({ width: 360, height: 800 });
  const style = await page.addStyleTag({ content: TEXT_TWICE });
  expect.soft(await misfits(page, [WIDEST]), `${name}, twice as large`).toEqual([]);
  await style.evaluate((one) => one.parentNode?.removeChild(one));
}

async function open(): Promise<Page> {
  const context = await world.browser.newContext({ baseURL: world.url, bypassCSP: true });
  onTestFinished(() => context.close());
  return context.newPage();
}

test("pages of respondents and readers", async () => {
  const page = await open();
  await page.goto(`/c/${id}?lang=kk`);
  await expectToFit(page, "rate");
  await page.locator(".card input").first().check();
  await page.locator("#first input").first().check();
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await press(text.rate.form.review);
  await page.getByRole("heading", { name: text.rate.form.reviewHeading }).waitFor();
  await expectToFit(page, "review");
  await press(text.rate.form.send);
  await page.getByRole("heading", { name: text.rate.saved.heading }).waitFor();
  await expectToFit(page, "saved");
  for (const path of [
    "receipt",
    "about",
    "paper",
    "translation",
    "results",
    "results/embed",
    "results/share",
    `r/${definition.recommendations[0]!.code}`,
    "ledger",
    "ledger/briefing/K",
  ]) {
    await page.goto(`/c/${id}/${path}?lang=kk`);
    await expectToFit(page, path);
  }
  await page.goto("/?lang=kk");
  await expectToFit(page, "home");
});

test("pages of organisers", async () => {
  const page = await open();
  await page.context().addCookies([browserCookie(world.anna, world.url)]);
  const { editPage, previewPage, lifePage, invitations, channels, watch, home } = ORGANISE;
  for (const endpoint of [lifePage, channels, watch, invitations, home]) {
    await page.goto(organisePath(endpoint, { id, lang: "kk" }));
    await expectToFit(page, endpoint.path);
  }
  await page.goto(organisePath(invitations, { id, lang: "kk" }));
  const { make } = text.invitation;
  await page.getByLabel(make.label, { exact: true }).fill(WORD);
  await page.getByLabel(make.count, { exact: true }).fill("2");
  await page.locator("input[name=form][value=cards]").check();
  await page.getByRole("button", { name: make.send, exact: true }).click();
  await page.locator(".invitation-card").first().waitFor();
  await expectToFit(page, "cards");
  for (const endpoint of [editPage, previewPage]) {
    await page.goto(organisePath(endpoint, { id: `${id}-draft`, lang: "kk" }));
    await expectToFit(page, endpoint.path);
  }
});
