import { type Language, readLanguage } from "../../language.ts";

/** What a column of a table may hold. `whole`: a recommendation of which the title is made. */
export const PARTS = ["code", "addressee", "title", "statement", "whole", "measures"] as const;
export type Part = (typeof PARTS)[number];

/** What one column holds; texts and names in a language. A code is the same in all. */
export interface Meaning {
  part: Part;
  language: Language | undefined;
}

const TEMPLATE_PLAIN = ["code", "addressee"] as const;
const TEMPLATE_TEXTS = ["title", "statement", "measures"] as const;

/** The columns of the template for some languages, in order. */
export const templateColumns = (languages: readonly Language[]): string[] => [
  ...TEMPLATE_PLAIN,
  ...TEMPLATE_TEXTS.flatMap((part) => languages.map((language) => `${part}.${language}`)),
];

/** A meaning as one word, such as `title.ru`: a heading of our own tables, and a choice in a form. */
export const meaningName = ({ part, language }: Meaning): string =>
  language === undefined ? part : `${part}.${language}`;

/** What a word says of a column; `undefined` for whatever it is not. Texts are in the original's language. */
export function readMeaning(name: string, original: Language): Meaning | undefined {
  const [word = "", ...rest] = name.trim().toLowerCase().split(".");
  const part = PARTS.find((one) => one === word);
  if (part === undefined || rest.length > 1) return undefined;
  if (part === "code") return rest.length === 0 ? { part, language: undefined } : undefined;
  const language = rest.length === 0 ? original : readLanguage(rest[0]);
  return language === undefined ? undefined : { part, language };
}

export const isSame = (one: Meaning, other: Meaning): boolean =>
  one.part === other.part && one.language === other.language;
