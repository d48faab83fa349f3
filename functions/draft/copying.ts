import { type Draft, languagesOf, valueOf } from "../../domain/draft/draft.ts";
import { marks } from "../../domain/draft/made-from.ts";
import { staleTexts } from "../../domain/draft/texts.ts";
import type { Language } from "../../domain/language.ts";
import { catalogueFor, nearest, PAGE_LANGUAGES } from "../../web/language/catalogue.ts";
import { fill } from "../../web/text.ts";

/** The longest title of a consultation. */
const MOST_TITLE = 160;

/** A copy of a draft under a title of its own in each language that it has one in. */
export const copied = (draft: Draft): Draft => retitled(draft, copyOf);

/** What belongs to the days and decisions of one wave alone. */
const OF_ONE_WAVE = ["opensAt", "closesAt", "release.groupsAt", "organiser.nextBy"];

/**
 * The draft of the next wave: the same recommendations under the same codes, and from where they are. Made
 * of what was published, not of what was drafted since.
 */
export function nextWave(draft: Draft, earlier: string): Draft {
  const fields = Object.fromEntries(
    Object.entries(draft.fields).filter(([name]) => !OF_ONE_WAVE.includes(name)),
  );
  const next = { ...draft, fields: { ...fields, "continues.consultation": earlier } };
  return retitled(next, (_, title) => numbered(title));
}

/** A draft with another title in each language that it has one in; no translation is left behind by that. */
function retitled(draft: Draft, other: (language: Language, title: string) => string): Draft {
  const titled = languagesOf(draft).filter((one) => valueOf(draft, `title.${one}`) !== "");
  const titles = Object.fromEntries(
    titled.map((one) => [`title.${one}`, other(one, valueOf(draft, `title.${one}`))]),
  );
  const next = { ...draft, fields: { ...draft.fields, ...titles } };
  const stale = new Set(staleTexts(draft));
  const fresh = Object.keys(titles).filter((name) => !stale.has(name));
  return { ...next, madeFrom: { ...draft.madeFrom, ...marks(next, fresh) } };
}

/** In a language in which no page says so, the number of the copy does. */
function copyOf(language: Language, title: string): string {
  const isSpoken = nearest(language, PAGE_LANGUAGES) !== undefined;
  if (!isSpoken) return numbered(title);
  const template = catalogueFor(language).draft.importing.copyOf;
  return fill(template, { title: title.slice(0, MOST_TITLE - template.length) });
}

/** A title with the number 2, or with the next where it ends in one. */
function numbered(title: string): string {
  const [, base = title, number = "1"] = /^(.*) \((\d{1,3})\)$/.exec(title) ?? [];
  return `${base.slice(0, MOST_TITLE - 6)} (${Number(number) + 1})`;
}
