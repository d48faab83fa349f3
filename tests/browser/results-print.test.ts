import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { readAssets } from "../../functions/http/assets.ts";
import { openBrowser } from "../support/browser.ts";
import { built } from "../support/built.ts";
import { cellOf, consultation, made, onePageOf, pageOf } from "../web/results/made.ts";
import { printedPages } from "./printed.ts";

/* Results on paper: the page as it is drawn, with the sheet as it is built. */

const A4 = [595, 842];
let browser: Browser;
let style: string;

beforeAll(async () => {
  const manifest = await built("client/manifest.json");
  const assets = await readAssets(manifest);
  style = await readFile(await built(`client${assets.readingStyle}`), "utf8");
  browser = await openBrowser();
});
afterAll(() => browser.close());

/**
 * Results of 24 recommendations that enough of both panels rated, six of them with the texts of others; or the page of
 * one of them.
 */
async function printed(language: string, code?: string) {
  const { experts: _, ...shipped } = consultation({ release: { every: "week" } });
  const six = shipped.recommendations.slice(0, 6).map((one) => ({ ...one, code: `X${one.code}` }));
  const definition = { ...shipped, recommendations: [...shipped.recommendations, ...six] };
  const rows = definition.recommendations.map((one, place) => [
    9,
    30 + place,
    90,
    240 - 7 * place,
    200,
    9,
    one.code.length,
  ]);
  const few = rows.map((row) => row.map((count) => Math.round(count / 8)));
  const release = made({ definition, cells: { public: cellOf(rows), expert: cellOf(few) } });
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  const seen = { language, definition };
  await page.setContent(
    (code === undefined ? pageOf(release, seen) : onePageOf(release, code, seen))
      .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`)
      .replace(/^/, "<!doctype html>"),
  );
  return { page, count: definition.recommendations.length };
}

describe.each(["en", "ru", "kk"])("results on paper, in %s", (language) => {
  test("are 24 recommendations on five sheets of A4 at most, and one of them on three", async () => {
    const { page } = await printed(language);
    const sheets = printedPages(await page.pdf({ preferCSSPageSize: true }));
    expect(sheets.length).toBeLessThanOrEqual(5);
    // Were it fewer, something would be wider than a sheet, and all of it made smaller.
    expect(sheets.length).toBeGreaterThan(2);
    const one = await printed(language, "K3");
    const ofOne = printedPages(await one.page.pdf({ preferCSSPageSize: true }));
    expect(ofOne.length).toBeLessThanOrEqual(3);
    for (const { width, height } of [...sheets, ...ofOne]) {
      expect([Math.round(width), Math.round(height)]).toEqual(A4);
    }
  });
});

test("results on paper are whole: what is folded, without what is pressed, and a foot", async () => {
  const { page, count } = await printed("en");
  await page.emulateMedia({ media: "print" });
  for (const gone of [".choose", ".button", ".download"]) {
    expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
  }
  expect(await page.locator("li.overview-row .overview-values:visible").count()).toBe(count);
  const expectThere = async (on: Page, all: string[]) => {
    for (const there of all) {
      const box = await on.locator(there).last().boundingBox();
      expect(box?.height, there).toBeGreaterThan(5);
    }
  };
  await expectThere(page, [".table-scroll tbody", ".fingerprints"]);
  const one = await printed("en", "K3");
  await one.page.emulateMedia({ media: "print" });
  await expectThere(one.page, [
    ".lead",
    "#measures + ol",
    ".rating .chart",
    ".more li",
    ".figures tbody",
  ]);
  expect(await one.page.locator(".button, .download").first().isVisible()).toBe(false);
  const foot = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue("--printed"),
  );
  expect(foot).toMatch(
    /^"https:\/\/kenes\.example\/c\/[\w-]+\/results · .*release 1, 9 November 2026/,
  );
  const boxes = style.match(/@bottom-(left|right)\s*\{[^}]*content:[^}]*\}/g) ?? [];
  expect(boxes.join()).toMatch(/var\(--printed\).*counter\(page\).*counter\(pages\)/s);
});
