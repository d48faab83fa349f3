import { type Draft, languagesOf, valueOf } from "../../domain/draft/draft.ts";
import { marks } from "../../domain/draft/made-from.ts";
import { staleTexts } from "../../domain/draft/texts.ts";
import type { Language } from "../../domain/language.ts";
import { catalogueFor, nearest, PAGE_LANGUAGES } from "../../web/language/catalogue.ts";
import { fill } from "../../web/text.ts";

/** The longest title of a consultation. */
const MOST_TITLE = 160;

/** A copy of a draft under a title of its own in each language that it has one in. */
export function copied(draft: Draft): Draft {
  const titled = languagesOf(draft).filter((one) => valueOf(draft, `title.${one}`) !== "");
  const titles = Object.fromEntries(
    titled.map((one) => [`title.${one}`, copyOf(one, valueOf(draft, `title.${one}`))]),
  );
  const next = { ...draft, fields: { ...draft.fields, ...titles } };
  const stale = new Set(staleTexts(draft));
  const fresh = Object.keys(titles).filter((name) => !stale.has(name));
  return { ...next, madeFrom: { ...draft.madeFrom, ...marks(next, fresh) } };
}

/** In a language in which no page says so, the number of the copy does. */
function copyOf(language: Language, title: string): string {
  const isSpoken = nearest(language, PAGE_LANGUAGES) !== undefined;
  const template = isSpoken ? catalogueFor(language).draft.importing.copyOf : "{title} (2)";
  return fill(template, { title: title.slice(0, MOST_TITLE - template.length) });
}
