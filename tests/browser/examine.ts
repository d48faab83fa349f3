import type { CDPSession, Page } from "playwright-core";
import { CATALOGUES, LANGUAGES, type Language } from "../support/languages.ts";
import { languageName } from "../../web/language/names.ts";
import { KAZAKHSTAN } from "../support/world.ts";

/** Everything that a page did and should not do; empty when all is well. Call before going there. */
export async function watchFaults(page: Page, origin: string): Promise<() => Promise<string[]>> {
  const faults: string[] = [];
  page.on("console", (said) => {
    if (["error", "warning"].includes(said.type())) faults.push(`console: ${said.text()}`);
  });
  page.on("pageerror", (failure) => faults.push(`error: ${failure.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) faults.push(`asks ${url}`);
  });
  await page.exposeFunction("noteViolation", (directive: string) => {
    faults.push(`violates ${directive}`);
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
      (window as unknown as { noteViolation(what: string): void }).noteViolation(
        effectiveDirective,
      );
    });
  });
  return async () => [...faults, ...(await leftOnDevice(page))];
}

/** What a page has left on the device: nothing, when all is well. */
async function leftOnDevice(page: Page): Promise<string[]> {
  const cookies = await page.context().cookies();
  const kept = await page.evaluate(async () => ({
    localStorage: Object.keys(localStorage),
    sessionStorage: Object.keys(sessionStorage),
    indexedDB: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  }));
  return [
    ...cookies.map(({ name }) => `cookie ${name}`),
    ...Object.entries(kept).flatMap(([where, names]) => names.map((name) => `${where} ${name}`)),
  ];
}

/** What must have a name, by the roles of the browser's own accessibility tree. */
const NAMED = new Set(
  "button checkbox combobox heading image img link listbox navigation radio region searchbox SvgRoot table textbox".split(
    " ",
  ),
);

/**
 * What somebody who does not see the page would miss on it. `held` is a session to ask by: the end of
 * one of our own would take a page's virtual authenticator away.
 */
export async function unnamed(page: Page, held?: CDPSession): Promise<string[]> {
  // Half a page lacks what names the rest.
  await page.waitForLoadState();
  const session = held ?? (await page.context().newCDPSession(page));
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  if (held === undefined) await session.detach();
  const seen = nodes
    .filter((node) => !node.ignored)
    .map(({ role, name, properties }) => ({
      role: String(role?.value),
      name: String(name?.value ?? "").trim(),
      level: properties?.find((one) => one.name === "level")?.value.value as unknown,
    }));
  const titles = seen.filter(({ role, level }) => role === "heading" && level === 1);
  const mains = seen.filter(({ role }) => role === "main");
  return [
    ...seen.filter(({ role, name }) => NAMED.has(role) && name === "").map(({ role }) => role),
    ...(await namelessGroups(page)),
    ...(titles.length === 1 ? [] : [`${titles.length} headings of level 1`]),
    ...(mains.length === 1 ? [] : [`${mains.length} main parts`]),
    ...((await page.title()).trim() === "" ? ["no title"] : []),
  ];
}

/** Groups of answers without a question. The tree's groups do not serve: each `details` is one. */
const namelessGroups = async (page: Page): Promise<string[]> => {
  const questions = await page
    .locator("fieldset")
    .evaluateAll((all) => all.map((one) => one.querySelector(":scope > legend")?.textContent));
  return questions.filter((question) => !question?.trim()).map(() => "group of answers");
};

const leaves = (value: unknown): string[] =>
  typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(leaves);

/** The texts of the consultation in one language. */
const consultationTexts = (value: unknown, language: Language): string[] => {
  if (typeof value !== "object" || value === null) return [];
  const one = (value as Record<string, unknown>)[language];
  return typeof one === "string" && one !== "original" && one !== "working"
    ? [one]
    : Object.values(value).flatMap((inner) => consultationTexts(inner, language));
};

/** Every piece of text that is only ever said in that language, without its places; a language goes by its own name anywhere. */
const textsOf = (language: Language): string[] =>
  // What a language is called is said in itself everywhere.
  [...leaves({ ...CATALOGUES[language], meta: {} }), ...consultationTexts(KAZAKHSTAN, language)]
    .flatMap((text) => text.split(/\{\w+\}/))
    .map((text) => text.trim())
    .filter((text) => text.length >= 5);

/** Codes of answers about oneself, which organisers see. */
const CODES = new Set(KAZAKHSTAN.about.flatMap(({ options }) => options.map(({ code }) => code)));

const FOREIGN = new Map<Language, readonly string[]>();

/** The texts of all other languages that are not also said in this one; found once, for it takes a second. */
function foreignTo(language: Language): readonly string[] {
  const known = FOREIGN.get(language);
  if (known !== undefined) return known;
  const own = textsOf(language).join("\n");
  const found = LANGUAGES.filter((other) => other !== language)
    .flatMap(textsOf)
    .filter((text) => !own.includes(text))
    // Languages go by their own names everywhere, and codes are codes.
    .filter((text) => !LANGUAGES.some((one) => languageName(one) === text) && !CODES.has(text));
  FOREIGN.set(language, found);
  return found;
}

/** What on a page is not in its language, or is a key, a place or a value that nothing was put into. */
export async function untranslated(page: Page, language: Language): Promise<string[]> {
  await page.waitForLoadState();
  const shown = await page.evaluate(() => {
    const labels = [...document.querySelectorAll("[aria-label], [title]")].flatMap((one) => [
      one.getAttribute("aria-label") ?? "",
      one.getAttribute("title") ?? "",
    ]);
    const body = document.body.cloneNode(true) as HTMLElement;
    // Code to be copied is code in any language, and so is what a script is given.
    for (const code of body.querySelectorAll("textarea[readonly], script")) code.remove();
    // The name of a language, and what is not translated, say in which language they are.
    for (const said of body.querySelectorAll("[lang]")) {
      if (said.getAttribute("lang") !== document.documentElement.lang) said.remove();
    }
    // A source is named in its own language.
    for (const source of body.querySelectorAll("cite")) source.remove();
    return [document.title, body.textContent, ...labels].join("\n");
  });
  const foreign = foreignTo(language).filter((text) => shown.includes(text));
  const raw =
    shown.match(/\{\w+\}|\bundefined\b|\bNaN\b|\[object|\b(common|home|rate|results)\.\w+/g) ?? [];
  // Neither Russian nor Kazakh has two Latin words in a row, but for the publisher's name.
  const latin = language === "en" ? [] : (shown.match(/[A-Za-z’]+ [A-Za-z’]+/g) ?? []);
  const english = latin.filter((words) => words !== "Chatham House");
  const lang = await page.locator("html").getAttribute("lang");
  return [
    ...new Set([...foreign, ...english, ...raw]),
    ...(lang === language ? [] : [`lang=${lang}`]),
  ];
}
