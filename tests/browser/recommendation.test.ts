import { beforeAll, describe, expect, test } from "vitest";
import { pageWeight } from "../bench/page-weight.ts";
import { servicesBeside } from "../support/beside.ts";
import { CATALOGUES, LANGUAGES } from "../support/languages.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { axeFindings } from "./axe.ts";
import { publish } from "./console-releases.ts";
import { unnamed, untranslated, watchFaults } from "./examine.ts";
import { misfits } from "./layout.ts";
import { sameNamed } from "./names.ts";
import { newVisitor, RATE_PAGE, useSite } from "./visitor.ts";

/* The page of one recommendation, as it is built and served. */

const site = useSite();
const titleOf = (code: string) =>
  KAZAKHSTAN.recommendations.find((one) => one.code === code)!.title.en;

beforeAll(async () => {
  const services = await servicesBeside(site.server);
  await publish(services, KAZAKHSTAN);
  services.db.client.destroy();
});

describe.each(LANGUAGES)("the page of a recommendation, in %s", (language) => {
  const path = `${RATE_PAGE}/r/K3`;

  test("is light: at most 30 kB in three requests", async () => {
    const weight = await pageWeight(`${site.server.url}${path}?lang=${language}`);
    expect(weight.bytes).toBeLessThanOrEqual(30_000);
    expect(weight.requests).toBeLessThanOrEqual(3);
  });

  test("has nothing amiss, with everything unfolded, narrow and wide, light or dark", async () => {
    const colorScheme = LANGUAGES.indexOf(language) === 0 ? "light" : "dark";
    const { page, go } = await newVisitor(site, {
      language,
      width: 320,
      context: { bypassCSP: true, colorScheme },
    });
    const faults = await watchFaults(page, site.server.url);
    await go(path);
    await page.locator("details").evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await misfits(page), `at ${width}`).toEqual([]);
    }
    expect(await axeFindings(page)).toEqual([]);
    expect(await sameNamed(page)).toEqual([]);
    expect(await unnamed(page)).toEqual([]);
    expect(await untranslated(page, language)).toEqual([]);
    expect(await faults()).toEqual([]);
  });
});

test("an old address of one leads to its line, and by keyboard on to its page and to the next, without a script", async () => {
  const { page } = await newVisitor(site, { context: { javaScriptEnabled: false } });
  await page.goto(`${RATE_PAGE}/results?lang=en#K3`);
  const line = page.locator("li#K3");
  expect(await line.evaluate((one) => one.matches(":target"))).toBe(true);
  await line.getByRole("link").press("Enter");
  await page.getByRole("heading", { level: 1, name: titleOf("K3") }).waitFor();
  const { others } = CATALOGUES.en.recommendation;
  const next = page.getByRole("navigation", { name: others.label }).getByRole("link");
  await next.filter({ hasText: titleOf("K4") }).press("Enter");
  await page.getByRole("heading", { level: 1, name: titleOf("K4") }).waitFor();
});
