import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill, formatDay } from "../text.ts";

interface Props {
  /** The report's title in the page's language. */
  title: string;
  source: Pick<Consultation["source"], "publisher" | "date" | "chapter">;
  language: Language;
  text: Catalogue;
}

/** Where a consultation's recommendations come from. */
export function SourceLine({ title, source, language, text }: Props) {
  const { common } = text;
  return (
    <p class="hint">
      {fill(source.chapter === undefined ? common.source : common.sourceChapter, {
        title,
        publisher: source.publisher,
        date: formatDay(language, source.date),
        chapter: source.chapter ?? "",
      })}
    </p>
  );
}
