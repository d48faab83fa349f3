import { beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES } from "../../domain/language.ts";
import { axeFindings } from "./axe.ts";
import { overflow } from "./examine.ts";
import { cutOff, smallTargets, TEXT_SPACING, TEXT_TWICE } from "./layout.ts";
import { addTo } from "./more-consultations.ts";
import { STATES } from "./respondent-states.ts";
import { AT_RISK, CLOSED } from "./respondent-ways.ts";
import { newVisitor, useSite } from "./visitor.ts";

/*
 * What machines can say of WCAG 2.2 AA, of everything that a respondent may come to see. The statement
 * at /accessibility says which of it is tested: change both together.
 */
const site = useSite();

beforeAll(async () => {
  await addTo(site.server, AT_RISK);
  await addTo(site.server, CLOSED);
});

const WIDTHS = [320, 1280];
const SCHEMES = ["light", "dark"] as const;

/** Both ways of each state; where a state has both, every language sees each of them. */
const seen = STATES.flatMap((state) =>
  [true, false]
    .filter((script) => state.script === undefined || state.script === script)
    .map((script) => ({ ...state, script })),
).map((state, index) => ({ ...state, index, way: state.script ? "script" : "plain" }));

describe.each(LANGUAGES)("in %s nothing is amiss with", (language) => {
  test.each(seen)("$name ($way)", async ({ reach, script, index }) => {
    // Over the three languages each state is seen narrow and wide, light and dark.
    const turn = index + LANGUAGES.indexOf(language);
    const visitor = await newVisitor(site, {
      language,
      width: WIDTHS[turn % 2]!,
      context: { bypassCSP: true, colorScheme: SCHEMES[(turn >> 1) % 2]! },
    });
    const { page } = visitor;
    // Without the page's script, but not without any: axe needs timers.
    if (!script) await page.route("**/assets/*.js", (route) => route.abort());
    await reach(visitor, site);
    expect.soft(await axeFindings(page)).toEqual([]);
    expect.soft(await smallTargets(page)).toEqual([]);
    const fits = async (how: string) => {
      expect.soft(await overflow(page), how).toBeLessThanOrEqual(0);
      expect.soft(await cutOff(page), how).toEqual([]);
    };
    await fits("as it is");
    const style = await page.addStyleTag({ content: TEXT_SPACING });
    await fits("spaced out");
    await style.evaluate((element, text) => (element.textContent = text), TEXT_TWICE);
    // 360 pixels, where text of twice the size is expected to fit.
    if (turn % 2 === 0) await page.setViewportSize({ width: 360, height: 800 });
    await fits("with text twice as large");
    await style.evaluate((element) => (element.textContent = ""));
    // What 1280 pixels are at 200 %.
    await page.setViewportSize({ width: 640, height: 400 });
    await fits("enlarged to 200 %");
  });
});
