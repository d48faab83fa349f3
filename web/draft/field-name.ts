import { type Draft, valueOf } from "../../domain/draft/draft.ts";
import { isList, itemField, readField, translationOf } from "../../domain/draft/field.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill } from "../text.ts";
import { languageName } from "../language/names.ts";

/** What a field is called to people: "Recommendation K3, Title, English". */
export function fieldName(text: Catalogue, draft: Draft, name: string): string {
  const { edit, fields } = text.draft;
  if (isList(name)) return edit.headings[name];
  const field = readField(name);
  if (field === undefined) return name;
  const words: Record<string, string> = fields;
  const state = translationOf(name);
  const part =
    state === undefined
      ? (words[field.part] ?? field.part)
      : fill(fields.translations, { language: languageName(state) });
  const { list, key = "" } = field;
  const item =
    list === undefined
      ? []
      : [fill(edit.item[list], { code: valueOf(draft, itemField(list, key, "code")) || key })];
  const language = field.language === undefined ? [] : [languageName(field.language)];
  return [...item, part, ...language].join(", ");
}
