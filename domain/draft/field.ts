/**
 * The names of a draft's fields. A name says where a text stands by keys that never move, so that
 * two organisers can edit while a third one puts the recommendations in another order.
 */
import { type Language, LANGUAGES } from "../language.ts";

/** What is the same in every language, outside the lists. */
export const PLAIN_FIELDS = [
  "id",
  "source.publisher",
  "source.date",
  "source.isbn",
  "source.chapter",
  ...LANGUAGES.map((language) => `translations.${language}` as const),
  "release.every",
  "release.groups",
  "release.groupsAt",
  "disclosure",
  "opensAt",
  "closesAt",
  "leaveTo",
  "experts",
  "people.number",
  "people.source",
  "countLanguages",
  "twoPersons",
  "purgeAfterDays",
] as const;

/** What is said in each language, outside the lists. */
export const TEXT_FIELDS = ["title", "summary", "source.title"] as const;

/**
 * The parts of a list's items. `measures`, `options`, `labels` and `shares` hold one line for each. An
 * option's label and its share are the lines with the same number as its code's in `options`.
 */
export const LISTS = {
  addressees: { plain: ["code"], texts: ["name"] },
  recommendations: { plain: ["code", "addressee"], texts: ["title", "statement", "measures"] },
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
  lines: boolean;
  moment: boolean;
}

const KEY = /^[1-9][0-9]{0,6}$/;

/** Whether a name is that of a list. */
export const isList = (name: string): name is List => Object.hasOwn(LISTS, name);

/** Reads the name of a field; `undefined` for whatever is none. */
export function readField(name: string): Field | undefined {
  const language = LANGUAGES.find((one) => name.endsWith(`.${one}`));
  if ((PLAIN_FIELDS as readonly string[]).includes(name)) return whole(name, undefined);
  const base = language === undefined ? name : name.slice(0, -3);
  if (language !== undefined && (TEXT_FIELDS as readonly string[]).includes(base)) {
    return whole(base, language);
  }
  const [list = "", key = "", part = "", ...rest] = base.split(".");
  if (!isList(list) || !KEY.test(key) || rest.length > 0) return undefined;
  const parts: readonly string[] = LISTS[list][language === undefined ? "plain" : "texts"];
  if (!parts.includes(part)) return undefined;
  return { base, list, key, part, language, lines: LINES.includes(part), moment: false };
}

const whole = (base: string, language: Language | undefined): Field => ({
  base,
  list: undefined,
  key: undefined,
  part: base,
  language,
  lines: MOMENT_LINES.includes(base),
  moment: MOMENTS.includes(base),
});

/** The name of a part of a list's item, without the language. */
export const itemField = (list: List, key: string, part: string): string =>
  `${list}.${key}.${part}`;
