import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { LANGUAGES, type Language } from "../support/languages.ts";

const source = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Axe {
  run(where: Document, options: object): Promise<{ violations: Violation[] }>;
}
interface Violation {
  id: string;
  nodes: { html: string }[];
}

/**
 * Whether axe is asked in this language: what it says does not hang on the language, and it is asked of
 * each state of a page in one of them by turns.
 */
export const isAskedIn = (language: Language, turn: number): boolean =>
  LANGUAGES[turn % LANGUAGES.length] === language;

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
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe };
    const found = await axe.run(document, { resultTypes: ["violations"] });
    return found.violations.map(({ id, nodes }) => ({ id, html: nodes.map((one) => one.html) }));
  });
  return violations.flatMap(({ id, html }) => html.slice(0, 3).map((one) => `${id}: ${one}`));
}
