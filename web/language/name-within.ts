import type { Language } from "../../domain/language.ts";

/** The name of a language in another; its tag where nobody knows a name. */
export function nameWithin(language: Language, within: Language): string {
  const name = new Intl.DisplayNames([within, "en"], { type: "language" }).of(language) ?? language;
  return name.slice(0, 1).toLocaleUpperCase(within) + name.slice(1);
}
