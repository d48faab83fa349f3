import type { Consultation } from "../../domain/consultation/definition.ts";
import { RATE, pathOf } from "../../domain/paths.ts";
import { useReader } from "../language/reader.ts";
import { firstWords } from "./facts/schedule-words.ts";

/** The results page before the first release: when there will be something, and what to do. */
export function NoRelease({ consultation }: { consultation: Consultation }) {
  const { language, text } = useReader();
  const { none, takePart } = text.results;
  return (
    <div class="empty">
      <h2>{none.heading}</h2>
      <p>{firstWords({ language, text }, consultation)}</p>
      <p>{none.todo}</p>
      <p>
        <a class="button primary" href={pathOf(RATE, { id: consultation.id, lang: language })}>
          {takePart}
        </a>
      </p>
    </div>
  );
}
