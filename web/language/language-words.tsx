import type { Language } from "../../domain/language.ts";
import { languageName } from "./names.ts";

interface Props {
  /** With `{language}` where its name belongs. */
  words: string;
  language: Language;
}

/** Words with the name of a language in them, which stands in that language. */
export function LanguageWords({ words, language }: Props) {
  const [before = "", after = ""] = words.split("{language}");
  return (
    <>
      {before}
      <span lang={language}>{languageName(language)}</span>
      {after}
    </>
  );
}
