import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Language } from "../../domain/language.ts";
import { RATE, pathOf } from "../../domain/paths.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { firstWords } from "./facts/schedule-words.ts";

interface Props {
  language: Language;
  text: Catalogue;
  consultation: Consultation;
}

/** The results page before the first release: when there will be something, and what to do. */
export function NoRelease({ language, text, consultation }: Props) {
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
