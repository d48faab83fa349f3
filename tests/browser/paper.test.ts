import { describe, expect, onTestFinished, test } from "vitest";
import { LANGUAGES } from "../support/languages.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { axeFindings, isAskedIn } from "./axe.ts";
import { unnamed, untranslated, watchFaults } from "./examine.ts";
import { DEVICE_FONTS, useDeviceFont } from "./device-fonts.ts";
import { misfits } from "./layout.ts";
import { printedPages } from "./printed.ts";
import { RATE_PAGE, useSite } from "./visitor.ts";

const site = useSite();

/** Most pages of the shipped consultation on paper. */
const MOST_PAGES = 9;
const A4 = { width: 595.28, height: 841.89 };
const POINTS_PER_MM = 72 / 25.4;
const PIXELS_PER_MM = 96 / 25.4;

async function visit(language: string, options: Record<string, unknown> = {}) {
  const context = await site.browser.newContext({ bypassCSP: true, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const faults = await watchFaults(page, site.server.url);
  await page.goto(`${site.server.url}${RATE_PAGE}/paper?lang=${language}`);
  return { page, faults };
}

describe.each(LANGUAGES)("the paper form in %s", (language) => {
  test("has nothing amiss at 360 px and wide, in light and dark", async () => {
    for (const [row, width] of [360, 1280].entries()) {
      for (const [column, colorScheme] of ["light", "dark"].entries()) {
        const { page, faults } = await visit(language, {
          viewport: { width, height: 900 },
          colorScheme,
        });
        expect(await misfits(page)).toEqual([]);
        if (isAskedIn(language, 2 * row + column)) expect(await axeFindings(page)).toEqual([]);
        expect(await unnamed(page)).toEqual([]);
        expect(await untranslated(page, language)).toEqual([]);
        expect(await faults()).toEqual([]);
      }
    }
  });

  test.each(DEVICE_FONTS)(
    "is printed on few pages of A4, each recommendation whole on one of them, in %s",
    async (font) => {
      const { page } = await visit(language);
      await useDeviceFont(page, font);
      // The first and the last words of each become links, which a PDF keeps page by page.
      await page.locator(".paper-recommendation").evaluateAll((all) => {
        for (const one of all) {
          const words = [one.querySelector("h3")!, [...one.querySelectorAll(".words")].at(-1)!];
          for (const place of words) {
            const link = document.createElement("a");
            link.href = `https://printed.example/${one.querySelector("h3")!.id}`;
            link.append(...place.childNodes);
            place.append(link);
          }
        }
      });
      const pages = printedPages(await page.pdf({ preferCSSPageSize: true }));
      expect(pages.length).toBeGreaterThan(1);
      expect(pages.length).toBeLessThanOrEqual(MOST_PAGES);
      for (const { width, height } of pages) {
        expect(Math.abs(width - A4.width)).toBeLessThan(POINTS_PER_MM);
        expect(Math.abs(height - A4.height)).toBeLessThan(POINTS_PER_MM);
      }
      for (const { code } of KAZAKHSTAN.recommendations) {
        const link = `https://printed.example/${code}`;
        const onPages = pages.map(({ links }) => links.filter((one) => one === link).length);
        // A link that runs over two lines is two.
        expect(onPages.filter((count) => count > 0).length, code).toBe(1);
        expect(Math.max(...onPages), code).toBeGreaterThanOrEqual(2);
      }
    },
  );
});

describe("the paper form, printed", () => {
  test("is black on white without what is for the screen, also where the screen is dark", async () => {
    const { page } = await visit("en", { colorScheme: "dark" });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    for (const gone of [".on-screen", ".site-header", ".site-footer", ".skip-link"]) {
      expect(await page.locator(gone).isVisible(), gone).toBe(false);
    }
    const colours = await page.locator("body, main *").evaluateAll((all) => [
      ...new Set(
        all.flatMap((one) => {
          if (!one.checkVisibility()) return [];
          const { color, backgroundColor } = getComputedStyle(one);
          return [color, backgroundColor];
        }),
      ),
    ]);
    expect(colours.toSorted()).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"]);
  });

  test.each(DEVICE_FONTS)(
    "has squares of 5 mm with a border on every side, and one row of six to each, in %s",
    async (font) => {
      const { page } = await visit("ru", { viewport: { width: 688, height: 1000 } });
      await useDeviceFont(page, font);
      await page.emulateMedia({ media: "print" });
      const squares = await page.locator(".square").evaluateAll((all) =>
        all.map((one) => {
          const { width, height } = one.getBoundingClientRect();
          const { borderWidth, borderStyle } = getComputedStyle(one);
          return {
            side: Math.min(width, height),
            borderWidth: parseFloat(borderWidth),
            borderStyle,
          };
        }),
      );
      for (const { side, borderWidth, borderStyle } of squares) {
        expect(side).toBeGreaterThanOrEqual(5 * PIXELS_PER_MM);
        expect(borderWidth).toBeGreaterThanOrEqual(1);
        expect(borderStyle).toBe("solid");
      }
      const rows = await page
        .locator(".scale-boxes")
        .evaluateAll((all) =>
          all.map((one) =>
            [...one.querySelectorAll(".square")].map(
              (square) => square.getBoundingClientRect().top,
            ),
          ),
        );
      expect(rows.length).toBe(KAZAKHSTAN.recommendations.length);
      for (const tops of rows) {
        expect(tops.length).toBe(6);
        expect(new Set(tops.map(Math.round)).size).toBe(1);
      }
    },
  );

  test("is the same without JavaScript", async () => {
    const { page } = await visit("kk", { javaScriptEnabled: false });
    expect(await page.locator("script").count()).toBe(0);
    expect(await page.locator(".square").first().isVisible()).toBe(true);
  });
});
