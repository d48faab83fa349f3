import { readFile } from "node:fs/promises";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { readAssets } from "../../functions/http/assets.ts";
import { OverviewFile } from "../../web/results/chart/overview-file.tsx";
import { RecommendationFile } from "../../web/results/chart/recommendation-file.tsx";
import { built } from "../support/built.ts";
import { IN_ARABIC } from "../support/other-scripts.ts";
import { gradedRelease } from "../web/results/graded.ts";
import { embedOf, onePageOf, pageOf, viewOf } from "../web/results/made.ts";
import { axeFindings } from "./axe.ts";
import { crowdedCharts } from "./charts.ts";
import { inFont, WIDEST } from "./device-fonts.ts";
import { keepPicture } from "./keep-picture.ts";
import { misfits } from "./layout.ts";
import { addTo } from "./more-consultations.ts";
import { newVisitor, useSite } from "./visitor.ts";

/* One way through everything that is written from right to left, and beside it what is not. */

const site = useSite();
beforeAll(() => addTo(site.server, IN_ARABIC));

const [NARROW, WIDE] = [360, 1280];

/** In one font, and at one width where both look alike: the other tests have all of them. */
async function expectFine(page: Page, name: string, widths = [NARROW]): Promise<void> {
  expect.soft(await axeFindings(page), name).toEqual([]);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await misfits(page, [WIDEST]), `${name} at ${width}`).toEqual([]);
    await keepPicture(page, name);
  }
}

test("nothing is amiss from the questions to the receipt, on paper and about", async () => {
  const visitor = await newVisitor(site, {
    language: "ar" as "en",
    context: { bypassCSP: true },
  });
  const { page } = visitor;
  await visitor.go("/c/water");
  await expectFine(page, "rate", [NARROW, WIDE]);
  await visitor.choice("1.1", 4).check();
  await visitor.first("ت٢").check();
  await visitor.check();
  await visitor.arrived(visitor.text.rate.form.reviewHeading);
  await expectFine(page, "review");
  await visitor.send();
  expect(await visitor.savedReceipt()).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/);
  await expectFine(page, "saved");
  for (const path of ["/paper", "/about"]) {
    await visitor.go(`/c/water${path}`);
    await expectFine(page, path.slice(1));
  }
  await visitor.go("/privacy");
  await expectFine(page, "privacy");
  await page.goto("/c/water?lang=en");
  await expectFine(page, "rate-en");
});

test("charts begin on the right, and none of their words stand on one another", async () => {
  const { page } = await newVisitor(site, { context: { bypassCSP: true } });
  const client = await built("client");
  const { readingStyle } = await readAssets(`${client}/manifest.json`);
  const css = await readFile(`${client}${readingStyle}`, "utf8");
  const { release, segment } = gradedRelease(IN_ARABIC);
  const seen = { definition: IN_ARABIC, language: "ar", query: { segment } };
  const view = viewOf(release, seen);
  const pages: [name: string, html: string, widths: number[]][] = [
    ["all-results", pageOf(release, seen), [NARROW, WIDE]],
    ["embed", embedOf(release, seen), [NARROW]],
    ["one-result", onePageOf(release, view.rows[1]!.code, seen), [NARROW, WIDE]],
    ["all-results-en", pageOf(release, { ...seen, language: "en" }), [WIDE]],
  ];
  await page.route("**/reading.css", (route) =>
    route.fulfill({ contentType: "text/css", body: css }),
  );
  for (const [name, html, widths] of pages) {
    await page.route(`**/${name}`, (route) =>
      route.fulfill({ contentType: "text/html", body: `<!doctype html>${html}` }),
    );
    await page.goto(`/${name}`);
    await expectFine(page, name, widths);
  }
  await page.setViewportSize({ width: 1000, height: 800 });
  for (const file of [
    renderToString(h(OverviewFile, { view, origin: "https://kenes.example" })),
    renderToString(
      h(RecommendationFile, { view, origin: "https://kenes.example", row: view.rows[1]! }),
    ),
  ]) {
    await page.setContent(`<body>${inFont(file, WIDEST)}`);
    expect.soft(await page.evaluate(crowdedCharts)).toEqual([]);
    const [title, ...more] = await page
      .locator("body > svg > g > text")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
    // The title, the caption and what stands below begin at one edge.
    for (const right of more) expect(Math.abs(right - title!)).toBeLessThan(6);
  }
});
