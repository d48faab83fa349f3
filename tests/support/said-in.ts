import type { Language } from "../../domain/language.ts";

/** A text of a page with the language and the direction that it is marked with. */
export interface MarkedText {
  text: string;
  lang: string;
  dir: string;
  /** The elements around it, the nearest last. */
  within: string[];
}

const EMPTY = new Set("meta link input br img hr".split(" "));

/** Every text between the tags of a page, as our server writes it. */
export function textsOf(html: string): MarkedText[] {
  const texts: MarkedText[] = [];
  const open: { name: string; lang: string; dir: string }[] = [];
  for (const [, tag, text] of html.matchAll(/(<[^>]*>)|([^<]+)/g)) {
    const around = open.at(-1) ?? { lang: "", dir: "" };
    if (text !== undefined) {
      const within = open.map(({ name }) => name);
      texts.push({ text: unescaped(text), lang: around.lang, dir: around.dir, within });
      continue;
    }
    const [, end, name = "", attributes = ""] = /^<(\/?)([a-zA-Z0-9]+)([^]*)>$/.exec(tag!) ?? [];
    if (end === "/") open.pop();
    else if (name !== "" && !EMPTY.has(name) && !attributes.endsWith("/")) {
      const of = (what: string) => new RegExp(` ${what}="([^"]*)"`).exec(attributes)?.[1];
      const lang = of("lang") ?? around.lang;
      // Another language without a direction of its own keeps that of the text around it.
      open.push({ name, lang, dir: of("dir") ?? around.dir });
    }
  }
  return texts;
}

const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** What holds no elements: there a text stands without its language. */
const HOLDS_NONE = ["title", "option", "textarea", "script", "style"];

/** Every text of organisers in a definition that is in a language, a line by itself, with that language. */
export function organisersTexts(
  value: unknown,
  languages: readonly Language[],
): Map<string, Language> {
  const found = new Map<string, Language>();
  const look = (one: unknown) => {
    if (typeof one !== "object" || one === null) return;
    for (const [key, inner] of Object.entries(one)) {
      if (languages.includes(key) && typeof inner === "string") {
        for (const line of inner.split("\n"))
          if (line.length > 3 && !line.includes("@")) found.set(line, key);
      } else if (key !== "translations") look(inner);
    }
  };
  look(value);
  return found;
}

/** The texts of organisers on a page that are marked with a wrong language or direction, and how many there are. */
export function wronglyMarked(
  html: string,
  texts: ReadonlyMap<string, Language>,
): { found: number; wrong: string[] } {
  const wrong: string[] = [];
  let found = 0;
  for (const { text, lang, dir, within } of textsOf(html)) {
    if (within.some((name) => HOLDS_NONE.includes(name))) continue;
    for (const [said, language] of texts) {
      if (!text.includes(said)) continue;
      found += 1;
      const direction = ["ar", "he", "fa"].includes(language) ? "rtl" : "ltr";
      const fits = lang === language && (dir === "auto" || dir === direction);
      if (!fits) wrong.push(`${said}: lang=${lang} dir=${dir} in ${within.slice(-2).join(" ")}`);
    }
  }
  return { found, wrong };
}
