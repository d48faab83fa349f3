import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { LANGUAGES, type Language } from "../support/languages.ts";

const source = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Violations = { id: string; html: string[] }[];

/**
 * Whether axe is asked in this language: what it says does not hang on the language, and it is asked of
 * each state of a page in one of them by turns.
 */
export const isAskedIn = (language: Language, turn: number): boolean =>
  LANGUAGES[turn % LANGUAGES.length] === language;

/**
 * Whether a state is looked at in this language: in two of three by turns. That no text is missing or too long in
 * any is tested of all texts at once; what two languages have room for, a third has too.
 */
export const isLookedAtIn = (language: Language, turn: number): boolean =>
  !isAskedIn(language, turn + LANGUAGES.length - 1);

/** Asks axe by turns on a way that is gone in every language: each of its pages in one of them. */
export function axeInTurns(language: Language): (page: Page) => Promise<string[]> {
  let turn = 0;
  return async (page) => (isAskedIn(language, turn++) ? axeFindings(page) : []);
}

/**
 * What axe finds on a page by the rules of WCAG 2.2 AA and its own best practices; empty when all is
 * well. The page's context must have been opened with `bypassCSP`: our policy lets no other script in.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  // Without its style sheet a page has other colours.
  await page.waitForLoadState("load");
  await page.evaluate(await source);
  const violations = await page.evaluate<Violations>(`(async () => {
    const mark = "data-asked-of-contrast";
    const asked = (${String(ofEachLook)})();
    for (const one of asked) one.setAttribute(mark, "");
    axe.configure({ rules: [{ id: "color-contrast", selector: "[" + mark + "]" }] });
    const found = await axe.run(document, { resultTypes: ["violations"] });
    for (const one of asked) one.removeAttribute(mark);
    return found.violations.map(({ id, nodes }) => ({ id, html: nodes.map((one) => one.html) }));
  })()`);
  return violations.flatMap(({ id, html }) => html.slice(0, 3).map((one) => `${id}: ${one}`));
}

/**
 * Of all texts that look the same on the same ground the first, the middle one and the last: their contrast is
 * the same, and to ask it of each takes most of all the time that axe takes.
 */
function ofEachLook(): Element[] {
  const grounds = new Map<Element | null, string>([[null, ""]]);
  /** Whatever lies behind an element, or lets what lies there shine through. */
  const groundOf = (one: Element | null): string => {
    const known = grounds.get(one);
    if (known !== undefined || one === null) return known ?? "";
    const { backgroundColor, backgroundImage, opacity, position, filter } = getComputedStyle(one);
    const own = [backgroundColor, backgroundImage, opacity, position, filter].join();
    const behind = groundOf(one.parentElement);
    const ground = own === "rgba(0, 0, 0, 0),none,1,static,none" ? behind : `${behind}/${own}`;
    grounds.set(one, ground);
    return ground;
  };
  const looks = new Map<string, Element[]>();
  for (const one of document.querySelectorAll<HTMLElement>("body, body *")) {
    const isField = one.matches("input, select, textarea");
    const hasText = [...one.childNodes].some(
      (node) => node instanceof Text && /\S/.test(node.data),
    );
    if ((!isField && !hasText) || !one.checkVisibility()) continue;
    const { color, fill, stroke, fontSize, fontWeight, textShadow } = getComputedStyle(one);
    // Of what cannot be used axe asks no contrast.
    const isOff =
      one.closest(":disabled, [aria-disabled]") ?? one.closest("label")?.querySelector(":disabled");
    const look = [
      color,
      fill,
      stroke,
      fontSize,
      fontWeight,
      textShadow,
      isOff instanceof Element,
      groundOf(one),
    ].join();
    looks.set(look, [...(looks.get(look) ?? []), one]);
  }
  return [...looks.values()].flatMap((all) => [
    ...new Set([0, all.length >> 1, all.length - 1].map((index) => all[index]!)),
  ]);
}
