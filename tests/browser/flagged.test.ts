import { afterAll, beforeAll, expect, test } from "vitest";
import { publish } from "../functions/download/two-releases.ts";
import { sharedBrowser } from "../support/browser.ts";
import { LANGUAGES } from "../support/languages.ts";
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

test.each(LANGUAGES)(
  "in %s both tables of flags fit a phone without being moved",
  async (language) => {
    const colorScheme = language === "en" ? "light" : "dark";
    const browser = await sharedBrowser();
    const context = await browser.newContext({ bypassCSP: true, colorScheme });
    const page = await context.newPage();
    for (const query of ["", "&ballots=unflagged"]) {
      await page.goto(`${site.url}/c/${FLAGGED_DEFINITION.id}/results?lang=${language}${query}`);
      await page.locator(".flagged-table summary").click();
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await misfits(page), `at ${width}`).toEqual([]);
        const hidden = await page
          .locator(".flagged-table section, .flag-counts")
          .evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
        expect(hidden, `at ${width}`).toEqual([0, 0]);
      }
      expect(await axeFindings(page)).toEqual([]);
      expect(await untranslated(page, language)).toEqual([]);
    }
    await context.close();
  },
);
