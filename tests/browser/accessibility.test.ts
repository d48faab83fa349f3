import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { CATALOGUES, LANGUAGES } from "../support/languages.ts";
import { axeFindings, isAskedIn } from "./axe.ts";
import { type DeviceFont, TALLEST, WIDEST } from "./device-fonts.ts";
import { misfits, TEXT_SPACING, TEXT_TWICE } from "./layout.ts";
import { sameNamed } from "./names.ts";
import { addTo, AT_RISK, CLOSED, closeNow, SHORT } from "./more-consultations.ts";
import { STATES } from "./respondent-states.ts";
import { newVisitor, RATE_PAGE, useSite } from "./visitor.ts";

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
async function visitorOfTurn(
  turn: number,
  language: (typeof LANGUAGES)[number],
  script: boolean,
  rate = `/c/${SHORT.id}`,
) {
  const visitor = await newVisitor(site, {
    language,
    rate,
    width: turn % 2 === 0 ? 320 : 1280,
    context: { bypassCSP: true, colorScheme: SCHEMES[(turn >> 1) % 2]! },
  });
  // Without the page's script, but not without any: axe needs timers.
  if (!script) await visitor.page.route("**/assets/*.js", (route) => route.abort());
  return visitor;
}

/** States that list consultations. */
const LISTS = ["list of consultations", "statement"];

/** Nothing is amiss as the page stands, nor with larger and wider text, nor enlarged. */
async function expectFine(page: Page, withAxe: boolean, areCopies = false): Promise<void> {
  if (withAxe) expect.soft(await axeFindings(page)).toEqual([]);
  if (withAxe && !areCopies) expect.soft(await sameNamed(page), "told apart").toEqual([]);
  expect.soft(await misfits(page), "as it is").toEqual([]);
  const fits = async (how: string, font: DeviceFont) =>
    expect.soft(await misfits(page, [font]), how).toEqual([]);
  const style = await page.addStyleTag({ content: TEXT_SPACING });
  await fits("spaced out", WIDEST);
  await style.evaluate((element, text) => (element.textContent = text), TEXT_TWICE);
  // 360 pixels are the least where text of twice the size is expected to fit.
  const isNarrow = page.viewportSize()!.width === 320;
  if (isNarrow) await page.setViewportSize({ width: 360, height: 800 });
  await fits("with text twice as large", WIDEST);
  await style.evaluate((element) => (element.textContent = ""));
  // What a window of 1280 × 800 is at 200 % and at 400 %; that narrow it may have been before.
  for (const [width, height] of [[640, 400] as const, ...(isNarrow ? [] : [[320, 200] as const])]) {
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
      way: script ? "script" : "plain",
      in: script || state.script === false ? LANGUAGES : [LANGUAGES[turn % LANGUAGES.length]],
    })),
).map((state, index) => ({ ...state, index }));

describe.each(LANGUAGES)("in %s nothing is amiss with", (language) => {
  test.each(seen.filter((state) => state.in.includes(language)))(
    "$name ($way)",
    async ({ name, reach, script, index, whole, in: languages }) => {
      const turn = index + LANGUAGES.indexOf(language);
      const visitor = await visitorOfTurn(turn, language, script, whole && RATE_PAGE);
      await reach(visitor, site);
      const withAxe = languages.length === 1 || isAskedIn(language, index);
      // The consultations of this test have one title: what is named by it cannot be told apart.
      await expectFine(visitor.page, withAxe, LISTS.includes(name));
    },
  );
});

test("nothing is amiss where a consultation closes before the answers are sent", async () => {
  const id = "closing";
  await addTo(site.server, { ...SHORT, id });
  const visitors = await Promise.all(
    LANGUAGES.flatMap((language, turn) =>
      [true, false].map(async (script) => {
        const visitor = await visitorOfTurn(turn + Number(script), language, script);
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
