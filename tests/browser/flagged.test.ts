import { afterAll, beforeAll, expect, test } from "vitest";
import { publish } from "../functions/download/two-releases.ts";
import { sharedBrowser } from "../support/browser.ts";
import { freshWorld } from "../support/world.ts";
import { FLAGGED_DEFINITION, flaggedRelease } from "../web/results/flagged-release.ts";
import { appOnPort } from "./app-on-port.ts";
import { axeFindings } from "./axe.ts";
import { untranslated } from "./examine.ts";
import { misfits } from "./layout.ts";

/* Results that a campaign changed, with and without flagged ballots, as they are built and served. */

let site: Awaited<ReturnType<typeof appOnPort>>;
beforeAll(async () => {
  const world = await freshWorld(FLAGGED_DEFINITION);
  await publish(world, flaggedRelease());
  site = await appOnPort(world);
});
afterAll(() => site.end());

const SEEN = [
  ["en", "light", ""],
  ["ru", "dark", "&ballots=unflagged"],
  ["kk", "dark", ""],
] as const;

test.each(SEEN)("in %s, %s, both tables of flags fit a phone", async (lang, colorScheme, query) => {
  const browser = await sharedBrowser();
  const context = await browser.newContext({ bypassCSP: true, colorScheme });
  const page = await context.newPage();
  await page.goto(`${site.url}/c/${FLAGGED_DEFINITION.id}/results?lang=${lang}${query}`);
  await page.locator(".flagged-table summary").click();
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    const moved = await page
      .locator(".flagged-table section, .flag-counts")
      .evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
    expect(moved, `at ${width}`).toEqual([0, 0]);
  }
  expect(await misfits(page)).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);
  expect(await untranslated(page, lang)).toEqual([]);
  await context.close();
});
