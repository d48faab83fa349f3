import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { API, apiPath } from "../../domain/api.ts";
import { CATALOGUES, LANGUAGES } from "../support/languages.ts";
import type { Release } from "../../domain/release/schema.ts";
import { pageWeight } from "../bench/page-weight.ts";
import { simulated } from "../support/simulated.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { axeFindings, isAskedIn } from "./axe.ts";
import { unnamed, untranslated, watchFaults } from "./examine.ts";
import { crowdedCharts } from "./charts.ts";
import { DEVICE_FONTS, inFont, WIDEST } from "./device-fonts.ts";
import { misfits } from "./layout.ts";
import { RATE_PAGE, useSite } from "./visitor.ts";

const site = useSite();
const RESULTS = `${RATE_PAGE}/results`;
const api = () => `${site.server.url}${apiPath(API.results, KAZAKHSTAN.id)}`;

/** Every state of the page, as it stands in the address. */
const STATES = ["", "sort=gap&by=addressee", "segment=language:kazakh&sort=segment", "sort=first"];

beforeAll(() => simulated(site.server, KAZAKHSTAN.id, { ballots: 260, experts: 24, seed: 3 }));

async function visit(path: string, { clock = false, ...options }: Record<string, unknown> = {}) {
  const context = await site.browser.newContext({ bypassCSP: true, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const faults = await watchFaults(page, site.server.url);
  if (clock) await page.clock.install();
  await page.goto(`${site.server.url}${path}`, { waitUntil: "networkidle" });
  return { page, faults };
}

describe.each(LANGUAGES)("the results in %s", (language) => {
  test.each(STATES)("have nothing amiss with “%s”, at 320 px and wide", async (state) => {
    const turn = STATES.indexOf(state);
    // Where there is room, the longest words have it in one language as in another.
    for (const width of isAskedIn(language, turn) ? [320, 1280] : [320]) {
      const viewport = { width, height: 900 };
      const { page, faults } = await visit(`${RESULTS}?${state}&lang=${language}`, { viewport });
      await page.locator("details").evaluateAll((all) => {
        for (const one of all) (one as HTMLDetailsElement).open = true;
      });
      expect(await misfits(page, isAskedIn(language, turn) ? undefined : [WIDEST])).toEqual([]);
      if (isAskedIn(language, turn)) expect(await axeFindings(page)).toEqual([]);
      if (isAskedIn(language, turn + 1)) expect(await unnamed(page)).toEqual([]);
      expect(await untranslated(page, language)).toEqual([]);
      expect(await faults()).toEqual([]);
    }
  });

  test("are pictures to take along, whose words have room in any font", async () => {
    const { page } = await visit(`${RESULTS}?lang=${language}`);
    const names = ["overview", ...KAZAKHSTAN.recommendations.map(({ code }) => code)];
    const files = names.map(async (name) =>
      (await fetch(`${site.server.url}${RESULTS}/${name}.svg?lang=${language}`)).text(),
    );
    const drawings = await Promise.all(files);
    for (const font of DEVICE_FONTS) {
      await page.setContent(drawings.map((one) => inFont(one, font)).join("<br>"));
      expect(await page.evaluate(crowdedCharts), font).toEqual([]);
      const used = await page
        .locator("text")
        .first()
        .evaluate((one) => getComputedStyle(one).fontFamily);
      expect(used.replaceAll('"', "")).toMatch(new RegExp(`^${font}`));
    }
  });

  test("are light: at most 30 kB, 3 requests, 2 kB of script", async () => {
    const weight = await pageWeight(`${site.server.url}${RESULTS}?lang=${language}`);
    expect(weight.bytes).toBeLessThanOrEqual(30_000);
    expect(weight.requests).toBeLessThanOrEqual(3);
    expect(weight.script).toBeLessThanOrEqual(2_000);
    expect(weight.script).toBeGreaterThan(0);
  });

  test("begin with the highest priorities, in sentences, before any chart", async () => {
    const { page } = await visit(`${RESULTS}?lang=${language}`, { javaScriptEnabled: false });
    const { recommendations } = (await (await fetch(api())).json()) as Release;
    const best = recommendations
      .filter((one) => one.panels.public.rank !== null)
      .toSorted((a, b) => a.panels.public.rank! - b.panels.public.rank!)
      .slice(0, 5);
    const items = page.locator(".top-five li");
    expect(await items.locator(".code").allTextContents()).toEqual(best.map((one) => one.code));
    const before = await page
      .locator(".top-five")
      .evaluate(
        (top) =>
          top.compareDocumentPosition(document.querySelector("svg.chart")!) &
          Node.DOCUMENT_POSITION_FOLLOWING,
      );
    expect(before).toBeGreaterThan(0);
  });
});

describe("the results, whoever reads them", () => {
  test("have nothing amiss in dark and in forced colours", async () => {
    for (const options of [{ colorScheme: "dark" }, { forcedColors: "active" }]) {
      const { page } = await visit(`${RESULTS}?lang=en`, options);
      expect(await axeFindings(page)).toEqual([]);
      const mark = page.locator(".overview .mark-expert").first();
      const colour = await mark.evaluate((one) => getComputedStyle(one).fill);
      expect(colour).not.toBe("none");
    }
  });

  test("can be gone through by keyboard, with the focus seen everywhere", async () => {
    const { page } = await visit(`${RESULTS}?lang=en`);
    const reached = new Set<string>();
    // To the end of the page, behind which nothing has the focus.
    for (;;) {
      const before = await page.evaluateHandle(() => document.activeElement);
      await page.keyboard.press("Tab");
      // A key may be on its way still: what it leads to would be passed over with the next one.
      await page.waitForFunction((one) => document.activeElement !== one, before);
      const at = await page.evaluate(() => {
        const one = document.activeElement!;
        const { outlineStyle } = getComputedStyle(one);
        return `${one.tagName}${outlineStyle === "none" ? " unseen" : ""} ${one.textContent}`;
      });
      if (at.startsWith("BODY")) break;
      reached.add(at);
    }
    expect([...reached].filter((one) => one.includes("unseen"))).toEqual([]);
    const { sorts, groups } = CATALOGUES.en.results.choose;
    for (const name of [`A ${sorts.expert}`, `A ${sorts.gap}`, `SUMMARY ${groups}`]) {
      expect([...reached]).toContain(name);
    }
  });

  test("say when a newer release is there, and move nothing", async () => {
    const { page } = await visit(`${RESULTS}?lang=en`, { clock: true });
    await page.route("**/results", (route) =>
      route.fulfill({ status: 200, json: { release: 999 } }),
    );
    const before = await page.locator("#priorities").boundingBox();
    // It asks twice a minute.
    await page.clock.fastForward(30_000);
    await page.getByText(CATALOGUES.en.results.newer.text).waitFor();
    expect(await page.locator("#priorities").boundingBox()).toEqual(before);
  });

  test("can be shown within another site's page, and nothing else can", async () => {
    const context = await site.browser.newContext();
    onTestFinished(() => context.close());
    const page = await context.newPage();
    // Another site: another name and another port of this machine.
    const other = createServer((request, answer) => {
      answer.setHeader("Content-Type", "text/html");
      answer.end(`<iframe src="${site.server.url}${request.url}"></iframe>`);
    }).listen(0, "localhost");
    onTestFinished(() => void other.close());
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const frame = async (path: string) => {
      await page.goto(`http://localhost:${port}${path}`, { waitUntil: "networkidle" });
      const inner = page.frames()[1]!;
      return inner.evaluate(() => document.body.innerText).catch(() => "");
    };
    expect(await frame(`${RESULTS}/embed?lang=en`)).toContain(KAZAKHSTAN.title.en);
    expect(await frame(`${RESULTS}?lang=en`)).not.toContain(KAZAKHSTAN.title.en);
    expect(await frame(`${RATE_PAGE}?lang=en`)).not.toContain(KAZAKHSTAN.title.en);
  });

  test.each(["overview", "K3"])("give %s as a picture that needs nothing else", async (name) => {
    const answer = await fetch(`${site.server.url}${RESULTS}/${name}.svg?lang=kk`);
    const svg = await answer.text();
    const { page } = await visit(`${RESULTS}?lang=en`);
    const size = await page.evaluate(async (source) => {
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.width, image.height];
      const drawing = canvas.getContext("2d")!;
      drawing.drawImage(image, 0, 0);
      // A data address is of no origin that would taint the canvas: as PNG in any program.
      return [image.width, image.height, canvas.toDataURL("image/png").length];
    }, svg);
    expect(size[0]).toBe(900);
    expect(size[1]).toBeGreaterThan(200);
    expect(size[2]).toBeGreaterThan(10_000);
    expect(svg).not.toMatch(/href|url\(|var\(|@import/);
  });
});
