import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { readAssets } from "../../functions/http/assets.ts";
import { catalogueFor } from "../../web/language/catalogue.ts";
import { embedHeight } from "../../web/ledger/share-ledger.tsx";
import { NARROW, USUAL } from "../../web/results/share/frame-height.ts";
import { openBrowser } from "../support/browser.ts";
import { built } from "../support/built.ts";
import { LANGUAGES } from "../support/languages.ts";
import { IN_ARABIC } from "../support/other-scripts.ts";
import {
  asked,
  briefingOf,
  ledgerEmbedOf,
  ledgerPageOf,
  letterOf,
  ratedRelease,
  viewOfLedger,
} from "../web/ledger/given.ts";
import { axeFindings } from "./axe.ts";
import { misfits, TEXT_TWICE } from "./layout.ts";
import { printedPages } from "./printed.ts";

/* The ledger as it is drawn, with the sheets as they are built: on phones, by axe, in frames and on paper. */

const A4 = [595, 842];
let browser: Browser;
let style: string;

beforeAll(async () => {
  const { readingStyle, ledgerStyle } = await readAssets(await built("client/manifest.json"));
  const sheets = [readingStyle, ledgerStyle].map(async (one) =>
    readFile(await built(`client${one}`), "utf8"),
  );
  style = (await Promise.all(sheets)).join("\n");
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A page as the server draws it, shown at a width. */
async function shown(html: string, width = 1280, colorScheme: "light" | "dark" = "light") {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  onTestFinished(() => page.close());
  await page.setContent(
    html
      .replaceAll(/<link rel="stylesheet"[^>]*>/g, "")
      .replace("</head>", () => `<style>${style}</style></head>`),
  );
  return page;
}

const shipped = asked();
const release = ratedRelease(shipped);

/** Every text as long as it may be, in words as long as Kazakh ones are, and codes as long as they may be. */
const longest = (() => {
  const whole = asked(100);
  const filled = (most: number) =>
    "қанағаттандырылмағандықтарыңыздан "
      .repeat(40)
      .slice(0, most - 1)
      .trim();
  const texts = (most: number) => ({ en: filled(most), ru: filled(most), kk: filled(most) });
  return {
    ...whole,
    title: texts(160),
    organiser: { ...whole.organiser!, name: texts(160), contact: texts(200) },
    addressees: whole.addressees.map(({ code }) => ({ code, name: texts(120) })),
    recommendations: whole.recommendations.map((one, place) => ({
      ...one,
      code: `Ұсыным-${String(place + 1).padStart(5, "0")}`,
      title: texts(120),
    })),
  };
})();
const longestRelease = ratedRelease(longest);

describe("on the screen", () => {
  test("axe finds nothing amiss with the ledger, its sheets and its frame", async () => {
    const pages = LANGUAGES.map((language) =>
      viewOfLedger({ language, definition: shipped, release }),
    );
    const before = viewOfLedger({ definition: shipped });
    for (const [html, width, scheme] of [
      [ledgerPageOf(pages[0]!), 360, "light"],
      [ledgerPageOf(pages[1]!), 1280, "dark"],
      [ledgerPageOf(before), 360, "dark"],
      [ledgerEmbedOf(pages[2]!), 360, "light"],
      [letterOf(pages[1]!, "K"), 360, "light"],
      [briefingOf(pages[2]!, "K"), 1280, "dark"],
    ] as const) {
      expect.soft(await axeFindings(await shown(html, width, scheme))).toEqual([]);
    }
  });

  test("it fits a phone, however long its words and codes", async () => {
    for (const [language, definition, rated] of [
      ["ru", shipped, release],
      ["kk", longest, longestRelease],
    ] as const) {
      const view = viewOfLedger({ language, definition, release: rated, entries: [] });
      for (const html of [ledgerPageOf(view), ledgerEmbedOf(view), letterOf(view, "K")]) {
        const page = await shown(html, 320);
        expect.soft(await misfits(page), "as it is").toEqual([]);
        await page.setViewportSize({ width: 360, height: 800 });
        await page.addStyleTag({ content: TEXT_TWICE });
        expect.soft(await misfits(page), "with text twice as large").toEqual([]);
      }
    }
  });

  test("and it is mirrored where one reads from right to left", async () => {
    const rated = ratedRelease(IN_ARABIC);
    const view = viewOfLedger({
      language: "ar",
      definition: IN_ARABIC,
      release: rated,
      entries: [],
    });
    const page = await shown(ledgerPageOf(view), 360);
    expect(await misfits(page)).toEqual([]);
    const [mark, start] = await page.evaluate(() =>
      [".mark-silent", ".silence"].map(
        (one) => document.querySelector(one)!.getBoundingClientRect().left,
      ),
    );
    expect(mark).toBeLessThan(start! + 1);
  });
});

test.each(LANGUAGES)("a frame is high enough without a script, in %s", async (language) => {
  const text = catalogueFor(language);
  const definition = { ...shipped, release: { every: "demonstration" as const } };
  const view = viewOfLedger({ language, definition, release: { ...release, simulated: true } });
  for (const width of [NARROW, USUAL]) {
    const page = await shown(ledgerEmbedOf(view), width);
    const bottom = await page.evaluate(
      () => document.querySelector("main")!.getBoundingClientRect().bottom,
    );
    const origin = "https://kenes.example";
    const height = embedHeight({ language, text, origin, consultation: definition }, width);
    expect(height, `at ${width}`).toBeGreaterThanOrEqual(bottom);
    expect(height, `at ${width}`).toBeLessThan(1.8 * bottom);
  }
});

test("on paper a letter has two sheets of A4 at most and a briefing one, whatever is in them", async () => {
  for (const [language, definition, rated] of [
    ...LANGUAGES.map((one) => [one, shipped, release] as const),
    ["ru", longest, longestRelease] as const,
  ]) {
    const view = viewOfLedger({ language, definition, release: rated });
    for (const [sheetOf, most] of [
      [letterOf, 2],
      [briefingOf, 1],
    ] as const) {
      const page = await shown(sheetOf(view, "K"));
      const sheets = printedPages(await page.pdf({ preferCSSPageSize: true }));
      expect.soft(sheets.length, `${sheetOf.name}, ${language}`).toBeLessThanOrEqual(most);
      for (const { width, height } of sheets) {
        expect([Math.round(width), Math.round(height)]).toEqual(A4);
      }
      await page.emulateMedia({ media: "print" });
      for (const gone of [".site-header", ".site-footer", ".sheet-note", ".languages"]) {
        expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
      }
      // Nothing is wider than the sheet, which would make all of it smaller.
      await page.setViewportSize({ width: 643, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(643);
    }
  }
});
