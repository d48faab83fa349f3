import type { Consultation } from "../../domain/consultation.ts";
import { POLICIES } from "../../domain/disclosure/policy.ts";
import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { plural } from "../language/text.ts";

interface Props {
  language: Language;
  text: Catalogue;
  consultation: Consultation;
}

/** The results page before the first release: when there will be something, and what to do. */
export function NoRelease({ language, text, consultation }: Props) {
  const { none, takePart } = text.results;
  const { liveFrom } = POLICIES[consultation.disclosure];
  const needed = Math.max(liveFrom, consultation.release.minChanged);
  return (
    <div class="empty">
      <h2>{none.heading}</h2>
      <p>{plural(language, none.when, needed)}</p>
      <p>{none.todo}</p>
      <p>
        <a class="button primary" href={`/c/${consultation.id}?lang=${language}`}>
          {takePart}
        </a>
      </p>
    </div>
  );
}
