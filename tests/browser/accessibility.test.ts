import type { CDPSession, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { API_CONSULTATIONS } from "../../domain/paths.ts";
import { CATALOGUES, LANGUAGES } from "../support/languages.ts";
import { axeFindings, isAskedIn, isLookedAtIn } from "./axe.ts";
import { type DeviceFont, TALLEST, WIDEST } from "./device-fonts.ts";
import { misfits, TEXT_SPACING, TEXT_TWICE } from "./layout.ts";
import { sameNamed } from "./names.ts";
import { AT_RISK } from "../support/at-risk.ts";
import { addTo, CLOSED, closeNow, SHORT } from "./more-consultations.ts";
import { STATES } from "./respondent-states.ts";
import { tellIfFailed } from "./shown.ts";
import { newVisitor, RATE_PAGE, useSite, visitorAt } from "./visitor.ts";

/*
 * What machines can say of WCAG 2.2 AA, of everything that a respondent may come to see. The statement
 * at /accessibility says which of it is tested: change both together.
 */
const site = useSite();

beforeAll(async () => {
  await Promise.all([AT_RISK, CLOSED, SHORT].map((one) => addTo(site.server, one)));
});

const SCHEMES = ["light", "dark"] as const;

/** Every third turn differs in width and scheme, so that three languages see several of them. */
const ofTurn = (turn: number) => ({
  width: turn % 2 === 0 ? 320 : 1280,
  colorScheme: SCHEMES[(turn >> 1) % 2]!,
});

/** Without the page's script, but not without any: axe needs timers. */
async function withoutScript(page: Page): Promise<void> {
  await page.route("**/assets/*.js", (route) => route.abort());
  // The rate page brings its script itself where it is opened.
  await page.route(/\/c\/[^/]+$/, async (route) => {
    if (route.request().method() !== "GET") return route.fallback();
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({
      response,
      body: html.replace(/<script type="module">.*?<\/script>/s, ""),
    });
  });
  // Nothing waits for a script to be laid out where there is none, as the stylesheet has it.
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":is(.card-body, .later) { content-visibility: visible !important }");
    document.adoptedStyleSheets = [sheet];
  });
}

/** One device for all the states of a way: a new one for each would take a fifth of all the time. */
function useDevice(script: boolean) {
  let page: Page;
  let session: CDPSession;
  beforeAll(async () => {
    const context = await site.browser.newContext({ baseURL: site.server.url, bypassCSP: true });
    page = await context.newPage();
    session = await context.newCDPSession(page);
    if (!script) await withoutScript(page);
  });
  afterEach(async ({ task }) => {
    await tellIfFailed(page, task);
    await page.context().setOffline(false);
    // Not while a page is open that would keep something as it is left; and one of the same site, since another
    // one would take a new process each time, and as long as a visit.
    await page.goto(`${site.server.url}${API_CONSULTATIONS}`);
    await page.evaluate(() => sessionStorage.clear());
    const what = { origin: site.server.url, storageTypes: "all" };
    await session.send("Storage.clearDataForOrigin", what);
  });
  afterAll(() => page?.context().close());
  return async (turn: number): Promise<Page> => {
    const { width, colorScheme } = ofTurn(turn);
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    return page;
  };
}

/** States that list consultations. */
const LISTS = ["list of consultations", "statement"];

/** Nothing is amiss as the page stands, nor with larger and wider text, nor enlarged. */
async function expectFine(page: Page, withAxe: boolean, areCopies = false): Promise<void> {
  if (withAxe) expect.soft(await axeFindings(page)).toEqual([]);
  if (withAxe && !areCopies) expect.soft(await sameNamed(page), "told apart").toEqual([]);
  expect.soft(await misfits(page, withAxe ? undefined : [WIDEST]), "as it is").toEqual([]);
  const fits = async (how: string, font: DeviceFont) =>
    expect.soft(await misfits(page, [font]), how).toEqual([]);
  const style = await page.addStyleTag({ content: TEXT_SPACING });
  // The rules are the same in every language: letters further apart by turns, twice as large in each.
  if (withAxe) await fits("spaced out", WIDEST);
  await style.evaluate((element, text) => (element.textContent = text), TEXT_TWICE);
  // 360 pixels are the least where text of twice the size is expected to fit.
  const isNarrow = page.viewportSize()!.width === 320;
  if (isNarrow) await page.setViewportSize({ width: 360, height: 800 });
  await fits("with text twice as large", WIDEST);
  await style.evaluate((element) => (element.textContent = ""));
  // What a window of 1280 × 800 is at 200 % and at 400 %; that narrow it may have been before.
  const enlarged = [
    ...(withAxe ? [[640, 400] as const] : []),
    ...(isNarrow ? [] : [[320, 200] as const]),
  ];
  for (const [width, height] of enlarged) {
    await page.setViewportSize({ width, height });
    await fits(`enlarged to ${width} pixels`, TALLEST);
  }
}

/**
 * Both ways of each state. A state that has both is looked at with the script in every language, and
 * without it in one of them by turns: what differs between languages is the same in both ways.
 */
const seen = STATES.flatMap((state, turn) =>
  [true, false]
    .filter((script) => state.script === undefined || state.script === script)
    .map((script) => ({
      ...state,
      script,
      in: script || state.script === false ? LANGUAGES : [LANGUAGES[turn % LANGUAGES.length]],
    })),
).map((state, index) => ({ ...state, index }));

describe.each(LANGUAGES)("in %s", (language) => {
  describe.each([
    { way: "with the script", script: true },
    { way: "plainly", script: false },
  ])("and $way nothing is amiss with", ({ script }) => {
    const device = useDevice(script);
    const states = seen.filter(
      ({ index, in: languages, ...state }) =>
        state.script === script &&
        languages.includes(language) &&
        (languages.length === 1 || isLookedAtIn(language, index)),
    );
    test.each(states)("$name", async ({ name, reach, index, whole, in: languages }) => {
      const page = await device(index + LANGUAGES.indexOf(language));
      const rate = whole ? RATE_PAGE : `/c/${SHORT.id}`;
      await reach(visitorAt(page, { language, rate }), site);
      const withAxe = languages.length === 1 || isAskedIn(language, index);
      // The consultations of this test have one title: what is named by it cannot be told apart.
      await expectFine(page, withAxe, LISTS.includes(name));
    });
  });
});

test("nothing is amiss where a consultation closes before the answers are sent", async () => {
  const id = "closing";
  await addTo(site.server, { ...SHORT, id });
  const visitors = await Promise.all(
    LANGUAGES.flatMap((language, index) =>
      [true, false].map(async (script) => {
        const { width, colorScheme } = ofTurn(index + Number(script));
        const context = { bypassCSP: true, colorScheme };
        const visitor = await newVisitor(site, { language, width, context });
        if (!script) await withoutScript(visitor.page);
        await visitor.go(`/c/${id}`);
        await visitor.choice("K3", 4).check();
        await visitor.check();
        await visitor.arrived(visitor.text.rate.form.reviewHeading);
        return visitor;
      }),
    ),
  );
  await closeNow(site.server, id);
  for (const visitor of visitors) {
    await visitor.send();
    expect(await visitor.refusal()).toContain(visitor.text.problems["consultation-closed"]);
    await expectFine(visitor.page, visitor.text === CATALOGUES.kk);
  }
});
