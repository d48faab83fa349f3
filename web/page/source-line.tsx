import type { Consultation } from "../../domain/consultation/definition.ts";
import { useReader } from "../language/reader.ts";
import { type Said, textOf } from "../language/said.tsx";
import { fill, formatDay } from "../text.ts";

interface Props {
  /** The report's title. */
  title: Said;
  source: Pick<Consultation["source"], "publisher" | "date" | "chapter">;
}

/** Where a consultation's recommendations come from. */
export function SourceLine({ title, source }: Props) {
  const { language, text } = useReader();
  const { common } = text;
  return (
    <p class="hint">
      {fill(source.chapter === undefined ? common.source : common.sourceChapter, {
        title: textOf(title),
        publisher: source.publisher,
        date: formatDay(language, source.date),
        chapter: source.chapter ?? "",
      })}
    </p>
  );
}
