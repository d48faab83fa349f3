import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { API, apiPath } from "../../domain/api.ts";
import type { Services } from "../../functions/services.ts";
import { fill } from "../../web/text.ts";
import { catalogueFor } from "../../web/language/catalogue.ts";
import { servicesBeside } from "../support/beside.ts";
import { newReceipt, times } from "../support/client.ts";
import { browserCookie, signedIn, type SignedInOrganiser } from "../support/signed-in.ts";
import { passOf } from "../support/work-mode.ts";
import { spreadsheet } from "../support/spreadsheet.ts";
import { axeFindings } from "./axe.ts";
import { WIDEST } from "./device-fonts.ts";
import { keepPicture } from "./keep-picture.ts";
import { misfits } from "./layout.ts";
import { REPORTS } from "./others-reports.ts";
import { useSite } from "./visitor.ts";

/* From a spreadsheet with headings of its own to an open consultation and its results. */

const site = useSite();
let services: Services;
let organiser: SignedInOrganiser;

beforeAll(async () => {
  services = await servicesBeside(site.server);
  organiser = await signedIn(services, "Mira", {}, site.server.url);
});
afterAll(() => services?.db.client.destroy());

/** Rows of the table, and most presses from it to an open consultation. */
const [ROWS, MOST_STEPS] = [24, 12];

test.each(REPORTS)("$id, in $languages: from a table of 24 rows to results", async (report) => {
  const { id, languages, title, who, headings, row } = report;
  const [original = "", ...further] = languages;
  const text = catalogueFor(original);
  const { importing, edit, life, sections } = text.draft;
  const context = await site.browser.newContext({
    baseURL: site.server.url,
    bypassCSP: true,
    viewport: { width: 1280, height: 900 },
  });
  onTestFinished(() => context.close());
  await context.addCookies([browserCookie(organiser, site.server.url)]);
  const page = await context.newPage();
  let steps = 0;
  const press = async (role: "link" | "button", name: string) => {
    steps++;
    await page.getByRole(role, { name, exact: true }).last().click();
  };
  /** At both widths, in the font that is first short of room; axe is asked once. */
  const looked = async (name: string, widths = [360, 1280]) => {
    // The rate page's script lets cards be drawn one by one.
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLElement>(".card-body")].every(
        (one) => one.style.contentVisibility === "visible",
      ),
    );
    expect.soft(await axeFindings(page), name).toEqual([]);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await misfits(page, [WIDEST]), `${name} at ${width}`).toEqual([]);
      await keepPicture(page, `${id}-${name}`);
    }
  };
  const label = (words: string) => page.getByLabel(words, { exact: true });
  const field = (name: string) => page.locator(`[name="${name}"]`);

  await page.goto(`/organise?lang=${original}`);
  await press("link", importing.title);
  await page.waitForURL("**/new*");
  await looked("new");
  await label(importing.name).fill(title);
  await label(importing.original).selectOption(original);
  await label(importing.id).fill(id);
  if (further.length > 0) {
    await page.getByText(importing.further, { exact: true }).first().click();
    await label(importing.moreLanguages).fill(further.join(" "));
  }
  await label(importing.ways.file).check();
  await label(importing.file).setInputFiles({
    name: "report.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(spreadsheet([headings, ...times(ROWS, (index) => row(index + 1))])),
  });
  await press("button", importing.make);
  await page.getByRole("heading", { name: importing.arrange.title, level: 1 }).waitFor();
  await looked("mapping");
  await press("button", importing.arrange.make);

  await page.getByRole("heading", { name: sections.edit, level: 1 }).waitFor();
  await expect.poll(() => page.locator("summary h3").count()).toBe(ROWS);
  await looked("editor");
  await field(`summary.${original}`).fill(`${title}.\n\n- ${who}\n- https://example.org/report`);
  await field(`source.title.${original}`).fill(title);
  await field("source.publisher").fill(who);
  await field("source.date").fill("2026-05-04");
  await field(`organiser.name.${original}`).fill(who);
  await field(`organiser.contact.${original}`).fill("assembly@example.org");
  await field("release.every").selectOption("demonstration");
  await press("button", edit.save);
  const saved = new RegExp(fill(edit.saved, { time: ".+" }));
  await expect.poll(() => page.locator("#save-state").innerText()).toMatch(saved);
  const parts = page.getByRole("navigation", { name: title, exact: true });
  steps++;
  await parts.getByRole("link", { name: sections.life, exact: true }).click();
  await page.getByRole("heading", { name: sections.life, level: 1 }).waitFor();
  await page.waitForLoadState("domcontentloaded");
  const open = page.getByRole("region", { name: life.steps.open, exact: true });
  for (const box of await open.getByRole("checkbox").all()) await box.check();
  await press("button", life.steps.open);
  await page.getByText(life.stages.open, { exact: true }).waitFor();
  expect(steps).toBeLessThanOrEqual(MOST_STEPS);

  // What is published is read again every few seconds.
  const api = site.server.url + apiPath(API.consultation, id);
  await expect.poll(async () => (await fetch(api)).status).toBe(200);
  const { recommendations, addressees } = (await (await fetch(api)).json()) as {
    recommendations: { code: string; measures: unknown[] }[];
    addressees: unknown[];
  };
  expect(recommendations).toHaveLength(ROWS);
  expect(addressees).toHaveLength(2);
  expect(recommendations.every(({ measures }) => measures.length === 0)).toBe(true);
  const send = (index: number) => {
    const receipt = newReceipt();
    return fetch(site.server.url + apiPath(API.putBallot, id), {
      method: "PUT",
      headers: { Authorization: `Bearer ${receipt}`, "Content-Type": "application/json" },
      body: JSON.stringify({
        // They all come from one place.
        work: passOf(services, id, receipt),
        revision: 1,
        language: languages[index % languages.length],
        ratings: Object.fromEntries(
          recommendations.map(({ code }, place) => [code, 1 + ((index + place) % 5)]),
        ),
      }),
    });
  };
  for (const { status } of await Promise.all(times(40, send))) expect(status).toBe(201);

  for (const language of languages) {
    await page.goto(`/c/${id}?lang=${language}`);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    await looked(`rate-${language}`, language === original ? [360, 1280] : [360]);
  }
  await expect.poll(async () => (await fetch(`${api}/results`)).status).toBe(200);
  for (const language of languages) {
    await page.goto(`/c/${id}/results?lang=${language}`);
    await looked(`results-${language}`, language === original ? [360, 1280] : [360]);
  }
  await page.goto(`/c/${id}/about`);
  await looked("about");
});
