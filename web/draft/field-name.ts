import { type Draft, valueOf } from "../../domain/draft/draft.ts";
import { isList, itemField, readField, translationOf } from "../../domain/draft/field.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill } from "../text.ts";
import { languageName } from "../language/names.ts";

/** What a field is called to people: "Recommendation K3, Title, English". */
export function fieldName(text: Catalogue, draft: Draft, name: string): string {
  const { edit } = text.draft;
  if (isList(name)) return edit.headings[name];
  const field = readField(name);
  if (field === undefined) return name;
  const part = partName(text, name);
  const { list, key = "" } = field;
  const item =
    list === undefined
      ? []
      : [fill(edit.item[list], { code: valueOf(draft, itemField(list, key, "code")) || key })];
  const language = field.language === undefined ? [] : [languageName(field.language)];
  return [...item, part, ...language].join(", ");
}

/** What the part of a field is called, without its item and language: "Title". */
export function partName({ draft }: Catalogue, name: string): string {
  const words: Record<string, string> = draft.fields;
  const state = translationOf(name);
  if (state !== undefined)
    return fill(draft.fields.translations, { language: languageName(state) });
  const part = readField(name)?.part ?? name;
  return words[part] ?? part;
}
