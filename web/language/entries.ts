import { type Data, pluralBase } from "./plural-forms.ts";

/** What stands at one place of a language's data: a text, a list, or one text in several plural forms. */
export type Entry = string | readonly Data[] | { forms: Readonly<Record<string, string>> };

/** Every text of a data file by its place (`page.title`), the plural forms of one under one place. */
function entriesIn(data: Data, place = ""): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  if (typeof data === "string" || isList(data)) return entries.set(place, data);
  for (const [key, value] of Object.entries(data)) {
    const base = pluralBase(key);
    const at = [place, base ?? key].filter(Boolean).join(".");
    if (base !== undefined && typeof value === "string") {
      const before = entries.get(at);
      const forms = before !== undefined && isForms(before) ? before.forms : {};
      entries.set(at, { forms: { ...forms, [key.slice(base.length + 1)]: value } });
    } else for (const [inner, entry] of entriesIn(value, at)) entries.set(inner, entry);
  }
  return entries;
}

/** Whether an entry is one text in several plural forms. */
export const isForms = (entry: Entry): entry is Extract<Entry, { forms: unknown }> =>
  typeof entry === "object" && !isList(entry);

const isList = (data: Data | Entry): data is readonly Data[] => Array.isArray(data);

/**
 * Whether an entry is shown where the source has `source`, so that nothing of the source has to stand in
 * for it: the rule of `grown`, in one place with what counts as done.
 */
export function standsFor(entry: Entry | undefined, source: Entry): boolean {
  if (entry === undefined) return false;
  if (typeof source === "string") return typeof entry === "string";
  if (isForms(source)) return isForms(entry) && entry.forms["other"] !== undefined;
  return !isForms(entry) && typeof entry !== "string" && entry.length === source.length;
}

/** How many of the source's texts there are, and how many of them a language has. */
export function countDone(
  data: Readonly<Record<string, Data>>,
  source: Readonly<Record<string, Data>>,
): { texts: number; done: number } {
  const [own, all] = [data, source].map(textsOf) as [Map<string, Entry>, Map<string, Entry>];
  const done = [...all].filter(([place, entry]) => standsFor(own.get(place), entry)).length;
  return { texts: all.size, done };
}

/** Every text of a language, all its files together; what it is called and where it stands is none. */
export function textsOf(files: Readonly<Record<string, Data>>): Map<string, Entry> {
  const { [META]: _, ...texts } = files;
  return entriesIn(texts);
}

/** The file that says what a language is called, how it is written, and whether it is complete. */
export const META = "meta";
