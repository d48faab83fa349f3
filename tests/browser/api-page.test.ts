import { describe, expect, onTestFinished, test } from "vitest";
import { API } from "../../domain/api.ts";
import { CATALOGUES, LANGUAGES } from "../support/languages.ts";
import { axeFindings } from "./axe.ts";
import { unnamed, untranslated, watchFaults } from "./examine.ts";
import { misfits } from "./layout.ts";
import { useSite } from "./visitor.ts";

const site = useSite();

describe.each(LANGUAGES)("the page about the API in %s", (language) => {
  test("has nothing amiss at 360 px and wide, in light and dark, also where all is unfolded", async () => {
    for (const [width, colorScheme] of [
      [360, "dark"],
      [1280, "light"],
    ] as const) {
      const context = await site.browser.newContext({
        bypassCSP: true,
        viewport: { width, height: 900 },
        colorScheme,
      });
      onTestFinished(() => context.close());
      const page = await context.newPage();
      const faults = await watchFaults(page, site.server.url);
      await page.goto(`${site.server.url}/api?lang=${language}`);
      await page.evaluate(() => {
        for (const one of document.querySelectorAll("details")) one.open = true;
      });
      expect(await misfits(page)).toEqual([]);
      expect(await axeFindings(page)).toEqual([]);
      expect(await unnamed(page)).toEqual([]);
      expect(await untranslated(page, language)).toEqual([]);
      expect(await faults()).toEqual([]);
    }
  });
});

test("is reached from the page about the site, and leads to each endpoint, without JavaScript", async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${site.server.url}/about?lang=ru`);
  await page.getByRole("link", { name: CATALOGUES.ru.api.title }).click();
  const { path } = API.release;
  const name = `GET ${path.replace(/:(\w+)/g, "{$1}")}`;
  await page.getByRole("link", { name, exact: true }).click();
  expect(new URL(page.url()).hash).toBe("#release");
  await expect
    .poll(() => page.locator("#release").boundingBox())
    .toMatchObject({ y: expect.closeTo(0, -2) });
});
