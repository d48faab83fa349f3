import { describe, expect, onTestFinished, test } from "vitest";
import { CATALOGUES, LANGUAGES } from "../support/languages.ts";
import { formatDay } from "../../web/text.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { axeFindings } from "./axe.ts";
import { unnamed, untranslated, watchFaults } from "./examine.ts";
import { misfits } from "./layout.ts";
import { RATE_PAGE, useSite } from "./visitor.ts";

const site = useSite();

describe.each(LANGUAGES)("the accessibility statement in %s", (language) => {
  const text = CATALOGUES[language];

  test("has nothing amiss at 320 px and wide, in light and dark", async () => {
    for (const [width, colorScheme] of [
      [320, "dark"],
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
      await page.goto(`${site.server.url}/accessibility?lang=${language}`);
      expect(await misfits(page)).toEqual([]);
      expect(await axeFindings(page)).toEqual([]);
      expect(await unnamed(page)).toEqual([]);
      expect(await untranslated(page, language)).toEqual([]);
      expect(await faults()).toEqual([]);
    }
  });

  test("is reached from the foot of a page, says when it was made, and leads to the paper form", async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(`${site.server.url}${RATE_PAGE}/receipt?lang=${language}`);
    const footer = page.getByRole("contentinfo");
    await footer.getByRole("link", { name: text.common.accessibility }).click();
    await page.waitForLoadState("domcontentloaded");
    const main = page.getByRole("main");
    expect(await main.innerText()).toContain(formatDay(language, "2026-11-28"));
    for (const limit of text.accessibility.notTested) {
      expect(await main.innerText()).toContain(limit);
    }
    await main.getByRole("link", { name: KAZAKHSTAN.title[language] }).click();
    expect(new URL(page.url()).pathname).toBe(`${RATE_PAGE}/paper`);
  });
});
