import type { Consultation } from "../../domain/consultation.ts";
import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill, formatDay } from "../language/text.ts";

interface Props {
  source: Consultation["source"];
  language: Language;
  text: Catalogue;
}

/** Where a consultation's recommendations come from. */
export function SourceLine({ source, language, text }: Props) {
  const { common } = text;
  return (
    <p class="hint">
      {fill(source.chapter === undefined ? common.source : common.sourceChapter, {
        title: source.title[language],
        publisher: source.publisher,
        date: formatDay(language, source.date),
        chapter: source.chapter ?? "",
      })}
    </p>
  );
}
