import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { LedgerFile } from "../../web/ledger/ledger-file.tsx";
import { OverviewFile } from "../../web/results/chart/overview-file.tsx";
import { RecommendationFile } from "../../web/results/chart/recommendation-file.tsx";
import { LANGUAGES } from "../support/languages.ts";
import { asked, ENTRIES, ratedRelease, viewOfLedger } from "../web/ledger/given.ts";
import { manyView } from "../web/results/many.ts";
import { crowdedCharts } from "./charts.ts";
import { DEVICE_FONTS, inFont } from "./device-fonts.ts";
import { newVisitor, useSite } from "./visitor.ts";

/* Charts as squares and stories, in any font: nothing stands on anything else, and nothing is cut off. */

const site = useSite();

/** Words that are not wholly within their picture. */
function cutOff(): string[] {
  return [...document.querySelectorAll("svg")].flatMap((svg) => {
    const edge = svg.getBoundingClientRect();
    return [...svg.querySelectorAll("text")].flatMap((text) => {
      const box = text.getBoundingClientRect();
      const isWithin =
        box.left >= edge.left &&
        box.right <= edge.right &&
        box.top >= edge.top &&
        box.bottom <= edge.bottom;
      return isWithin ? [] : [`cut off: ${text.textContent}`];
    });
  });
}

describe.each([...LANGUAGES, "uz", "ar"])("squares and stories, in %s", (language) => {
  test("have room for their words in any font", async () => {
    const views = [
      manyView(language, { simulated: true }),
      manyView(language, { count: 18 }),
      manyView(language, { count: 7, hasLongTitles: true, simulated: true }),
    ];
    const drawings = views.flatMap((view) =>
      (["square", "story"] as const).flatMap((size) => [
        renderToString(h(OverviewFile, { view, origin: site.server.url, size })),
        renderToString(
          h(RecommendationFile, { view, origin: site.server.url, size, row: view.rows.at(-1)! }),
        ),
      ]),
    );
    for (const count of [18, 100]) {
      const definition = asked(count);
      const view = viewOfLedger({
        language,
        definition,
        release: ratedRelease(definition),
        entries: ENTRIES,
      });
      for (const size of ["square", "story"] as const) {
        drawings.push(renderToString(h(LedgerFile, { view, newest: view.newest!, size })));
      }
    }
    const { page } = await newVisitor(site, { width: 1200 });
    for (const font of DEVICE_FONTS) {
      await page.setContent(drawings.map((one) => inFont(one, font)).join("<br>"));
      expect(await page.evaluate(crowdedCharts), font).toEqual([]);
      expect(await page.evaluate(cutOff), font).toEqual([]);
      if (process.env["LOOK"] !== undefined && font === "DejaVu Sans") {
        const all = page.locator("svg");
        for (let place = 0; place < drawings.length; place++) {
          await all.nth(place).screenshot({ path: `/tmp/h8/s-${language}-${place}.png` });
        }
      }
    }
  });
});
