import type { Consultation } from "../../domain/consultation/definition.ts";
import { Filled } from "../language/filled.tsx";
import { useReader } from "../language/reader.ts";
import { type Said, Wording } from "../language/said.tsx";
import { formatDay } from "../text.ts";

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
      <Filled
        of={source.chapter === undefined ? common.source : common.sourceChapter}
        values={{
          title: <Wording of={title} />,
          publisher: source.publisher,
          date: formatDay(language, source.date),
          chapter: source.chapter,
        }}
      />
    </p>
  );
}
