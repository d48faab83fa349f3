/**
 * The names of a draft's fields. A name says where a text stands by keys that never move, so that
 * two organisers can edit while a third one puts the recommendations in another order.
 */
import { type Language, readLanguage } from "../language.ts";

/** What is the same in every language, outside the lists. */
export const PLAIN_FIELDS = [
  "id",
  "languages",
  "timeZone",
  "organiser.nextBy",
  "organiser.report",
  "source.publisher",
  "source.date",
  "source.isbn",
  "source.chapter",
  "continues.consultation",
  "release.every",
  "release.groups",
  "release.groupsAt",
  "release.flags",
  "disclosure",
  "opensAt",
  "closesAt",
  "leaveTo",
  "experts",
  "people.number",
  "people.source",
  "countLanguages",
  "reasons",
  "twoPersons",
  "purgeAfterDays",
  "licence",
  "accent",
  "emblem.file",
] as const;

/** What is said in each language, outside the lists. */
export const TEXT_FIELDS = [
  "title",
  "summary",
  "organiser.name",
  "organiser.contact",
  "organiser.purpose",
  "organiser.next",
  "organiser.responsible",
  "organiser.keptFor",
  "source.title",
  "emblem.alt",
] as const;

/** Texts with paragraphs and lists. */
const PROSE: readonly string[] = ["summary", "organiser.purpose", "organiser.next"];

/**
 * Texts that a definition may do without: missing only in a language when another has them. Who asks, and
 * how to reach them, is asked for before opening (definition-of.ts).
 */
export const OPTIONAL_TEXTS: readonly string[] = [
  ...TEXT_FIELDS.filter((base) => base.startsWith("organiser.")),
  "emblem.alt",
  "measures",
];

/**
 * The parts of a list's items. `measures`, `options`, `labels` and `shares` hold one line for each. An
 * option's label and its share are the lines with the same number as its code's in `options`.
 */
export const LISTS = {
  addressees: { plain: ["code"], texts: ["name"] },
  recommendations: {
    plain: ["code", "addressee", "suggestedBy"],
    texts: ["title", "statement", "measures"],
  },
  about: {
    plain: ["code", "options", "shares", "population"],
    texts: ["question", "why", "labels"],
  },
  channels: { plain: ["code"], texts: ["label"] },
} as const satisfies Record<string, { plain: readonly string[]; texts: readonly string[] }>;
export type List = keyof typeof LISTS;

/** The parts that hold several texts, one a line. */
const LINES = ["measures", "options", "labels", "shares"];

/** The field outside the lists that holds several moments, one a line: days, in most cases. */
const MOMENT_LINES = ["release.groupsAt"];

/** The fields that hold a moment, or several. */
const MOMENTS = ["opensAt", "closesAt", ...MOMENT_LINES];

/** A field's name, taken apart. */
export interface Field {
  /** The name without the language. */
  base: string;
  list: List | undefined;
  /** The item's key, in a list. */
  key: string | undefined;
  part: string;
  language: Language | undefined;
  /** It holds several texts, one a line. */
  lines: boolean;
  /** It is one text of several lines. */
  prose: boolean;
  moment: boolean;
}

const KEY = /^[1-9][0-9]{0,6}$/;

/** Whether a name is that of a list. */
export const isList = (name: string): name is List => Object.hasOwn(LISTS, name);

/** Reads the name of a field; `undefined` for whatever is none. */
export function readField(name: string): Field | undefined {
  if ((PLAIN_FIELDS as readonly string[]).includes(name)) return whole(name, undefined);
  const state = translationOf(name);
  if (state !== undefined) return whole(name, undefined);
  const [language, base] = inLanguage(name);
  if (language !== undefined && (TEXT_FIELDS as readonly string[]).includes(base)) {
    return whole(base, language);
  }
  const [list = "", key = "", part = "", ...rest] = base.split(".");
  if (!isList(list) || !KEY.test(key) || rest.length > 0) return undefined;
  const parts: readonly string[] = LISTS[list][language === undefined ? "plain" : "texts"];
  if (!parts.includes(part)) return undefined;
  const lines = LINES.includes(part);
  return { base, list, key, part, language, lines, prose: false, moment: false };
}

const whole = (base: string, language: Language | undefined): Field => ({
  base,
  list: undefined,
  key: undefined,
  part: base,
  language,
  lines: MOMENT_LINES.includes(base),
  prose: PROSE.includes(base),
  moment: MOMENTS.includes(base),
});

/** The language at the end of a name, if it is one, and what stands before it. */
function inLanguage(name: string): [Language | undefined, string] {
  const end = name.lastIndexOf(".");
  const tag = name.slice(end + 1);
  return end > 0 && readLanguage(tag) === tag ? [tag, name.slice(0, end)] : [undefined, name];
}

const TRANSLATIONS = "translations";

/** The name of the field that says whether the translation into a language has been checked. */
export const translationField = (language: Language): string => `${TRANSLATIONS}.${language}`;

/** The language of whose translation a field says whether it has been checked. */
export function translationOf(name: string): Language | undefined {
  const [language, base] = inLanguage(name);
  return base === TRANSLATIONS ? language : undefined;
}

/** The name of a part of a list's item, without the language. */
export const itemField = (list: List, key: string, part: string): string =>
  `${list}.${key}.${part}`;
