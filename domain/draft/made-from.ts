import { type Draft, originalOf, valueOf } from "./draft.ts";
import { readField } from "./field.ts";
import { markOf } from "./mark.ts";

/** For each translation among some fields: the mark of the original that it now belongs to. */
export function marks(draft: Draft, names: readonly string[]): Record<string, string> {
  const original = originalOf(draft);
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = readField(name);
      if (field?.language === undefined || field.language === original) return [];
      return [[name, markOf(valueOf(draft, `${field.base}.${original}`))]];
    }),
  );
}
