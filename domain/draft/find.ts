import { type Draft, valueOf } from "./draft.ts";
import { isList, readField } from "./field.ts";
import { isGone } from "./set-fields.ts";

/** Most fields that a search finds: who gets more types another letter. */
const MOST_FOUND = 50;

/** The fields in which a text stands, whatever its case; none for an empty text. */
export function fieldsWith(draft: Draft, text: string): string[] {
  const sought = text.trim().toLocaleLowerCase();
  if (sought === "") return [];
  return Object.keys(draft.fields)
    .filter((name) => {
      const field = readField(name);
      if (field === undefined || isList(name) || isGone(draft, name, field)) return false;
      return valueOf(draft, name).toLocaleLowerCase().includes(sought);
    })
    .slice(0, MOST_FOUND);
}
