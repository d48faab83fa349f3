import type { PluralForms } from "../text.ts";

const RULES = ["zero", "one", "two", "few", "many", "other"] as const;
type Rule = (typeof RULES)[number];

/**
 * Texts as the data files have them, grown into what pages use: `rows_one` and `rows_other`, as
 * translators' tools write plural forms (i18next's JSON, version 4), become one `rows` with its forms.
 */
export type Grown<Data> = Data extends string
  ? string
  : Data extends readonly (infer Item)[]
    ? Grown<Item>[]
    : {
        [
          Key in keyof Data as Key extends `${infer Base}_${Rule}` ? Base : Key
        ]: Key extends `${string}_${Rule}` ? PluralForms : Grown<Data[Key]>;
      };

/** What a data file may hold. */
export type Data = string | readonly Data[] | { readonly [key: string]: Data };

/**
 * The texts of a language as pages use them: where it has none yet, those of `source`. Plural forms are
 * taken as a whole, since each language has its own; a list of sentences too.
 */
export function grown(data: Data | undefined, source: Data): unknown {
  if (typeof source === "string") return typeof data === "string" ? data : source;
  if (Array.isArray(source)) {
    return Array.isArray(data) && data.length === source.length ? data : source;
  }
  const [own, others] = [entriesOf(data), entriesOf(source)];
  const texts: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(others)) {
    const base = pluralBase(key);
    if (base === undefined) texts[key] = grown(own[key], value);
    else texts[base] ??= formsOf(own, base) ?? formsOf(others, base);
  }
  return texts;
}

/** The name of the text that a key holds one plural form of. */
export function pluralBase(key: string): string | undefined {
  const [, base, rule] = /^(.+)_([a-z]+)$/.exec(key) ?? [];
  return RULES.some((one) => one === rule) ? base : undefined;
}

const entriesOf = (data: Data | undefined): Readonly<Record<string, Data>> =>
  typeof data === "object" && !Array.isArray(data) ? (data as Record<string, Data>) : {};

/** The forms of one text; `undefined` where the one that every number may take is missing. */
function formsOf(texts: Readonly<Record<string, Data>>, base: string): PluralForms | undefined {
  const other = texts[`${base}_other`];
  if (typeof other !== "string") return undefined;
  const forms: PluralForms = { other };
  for (const rule of RULES) {
    const form = texts[`${base}_${rule}`];
    if (typeof form === "string") forms[rule] = form;
  }
  return forms;
}
