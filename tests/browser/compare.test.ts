import { beforeAll, describe, expect, test } from "vitest";
import { pageWeight } from "../bench/page-weight.ts";
import { LATER, publishCompared, releaseOf } from "../functions/routes/compare-world.ts";
import { servicesBeside } from "../support/beside.ts";
import { LANGUAGES } from "../support/languages.ts";
import { IN_ARABIC } from "../support/other-scripts.ts";
import { axeFindings } from "./axe.ts";
import { register } from "./console-releases.ts";
import { unnamed, untranslated, watchFaults } from "./examine.ts";
import { misfits } from "./layout.ts";
import { addTo } from "./more-consultations.ts";
import { sameNamed } from "./names.ts";
import { printedPages } from "./printed.ts";
import { newVisitor, RATE_PAGE, useSite } from "./visitor.ts";

/* Two releases side by side, as they are built and served. */

const site = useSite();
const RELEASES = `${RATE_PAGE}/compare`;
const WAVES = `${RELEASES}?with=${LATER.id}`;

beforeAll(async () => {
  await addTo(site.server, LATER);
  const services = await servicesBeside(site.server);
  await publishCompared(services);
  await addTo(site.server, IN_ARABIC);
  for (const number of [1, 2]) await register(services, releaseOf(IN_ARABIC, number), number);
  services.db.client.destroy();
});

describe.each(LANGUAGES)("two releases side by side, in %s", (language) => {
  test("are light: at most 30 kB in three requests", async () => {
    for (const path of [`${RELEASES}?lang=${language}`, `${WAVES}&lang=${language}`]) {
      const weight = await pageWeight(`${site.server.url}${path}`);
      expect(weight.bytes).toBeLessThanOrEqual(30_000);
      expect(weight.requests).toBeLessThanOrEqual(3);
    }
  });

  test("have nothing amiss, narrow and wide, light or dark", async () => {
    const colorScheme = LANGUAGES.indexOf(language) === 0 ? "light" : "dark";
    const { page } = await newVisitor(site, {
      language,
      width: 320,
      context: { bypassCSP: true, colorScheme },
    });
    const faults = await watchFaults(page, site.server.url);
    for (const path of [`${RELEASES}?lang=${language}`, `${WAVES}&lang=${language}`]) {
      await page.goto(path);
      for (const width of [320, 360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await misfits(page), `at ${width}`).toEqual([]);
      }
      expect(await axeFindings(page)).toEqual([]);
      expect(await sameNamed(page)).toEqual([]);
      expect(await unnamed(page)).toEqual([]);
      expect(await untranslated(page, language)).toEqual([]);
    }
    expect(await faults()).toEqual([]);
  });
});

test("from right to left nothing is amiss, and the scale begins on the right", async () => {
  const { page } = await newVisitor(site, { context: { bypassCSP: true } });
  await page.goto("/c/water/compare?lang=ar");
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await misfits(page), `at ${width}`).toEqual([]);
  }
  expect(await axeFindings(page)).toEqual([]);
  const left = (point: string) =>
    page
      .locator(".compare-chart text")
      .filter({ hasText: new RegExp(`^${point}$`) })
      .first()
      .evaluate((one) => one.getBoundingClientRect().left);
  expect(await left("1")).toBeGreaterThan(await left("5"));
});

test("others are chosen without a script, by keyboard", async () => {
  const { page } = await newVisitor(site, { script: false, language: "ru" });
  await page.goto(`${RELEASES}?lang=ru`);
  await page.locator("#from").selectOption("2");
  await page.getByRole("button").press("Enter");
  await page.waitForURL(/from=2&to=3/);
  expect(await page.locator("html").getAttribute("lang")).toBe("ru");
  expect(await page.locator("#from").inputValue()).toBe("2");
});

test("on paper it is all there, and no table is wider than the sheet", async () => {
  const { page } = await newVisitor(site, { language: "en" });
  await page.goto(`${WAVES}&lang=en`);
  const sheets = printedPages(await page.pdf({ preferCSSPageSize: true }));
  expect(sheets.length).toBeGreaterThan(2);
  expect(sheets.length).toBeLessThanOrEqual(6);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 700, height: 1000 });
  const tooWide = await page
    .locator(".table-scroll")
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
  expect(tooWide).toBe(0);
});
