import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill } from "../text.ts";
import { type Entered, lengthIn, type WrongFields } from "./faults.ts";
import { PlaceOptions } from "./place-options.tsx";
import { ReportField } from "./report-field.tsx";

/** Longer pastes are cut: a body over the limit of all forms would lose the whole text. */
const MOST_TYPED = 5_000;

interface Props {
  id: string;
  action: string;
  language: Language;
  texts: Catalogue["translation"];
  consultation: Consultation;
  entered: Entered;
  wrong: WrongFields;
}

/** The fields. The server checks them: a browser would complain in its own language, not the page's. */
export function ReportForm(props: Props) {
  const { id, action, language, texts, consultation, entered, wrong } = props;
  return (
    <form id={id} method="post" action={action} autocomplete="off" noValidate>
      <ReportField id="place" label={texts.place} wrong={wrong.place}>
        {(described) => (
          <select id="place" name="place" required {...described}>
            <PlaceOptions
              language={language}
              texts={texts}
              consultation={consultation}
              chosen={entered.place}
            />
          </select>
        )}
      </ReportField>
      <section class="promise" aria-labelledby="privacy-heading">
        <h2 id="privacy-heading">{texts.privacyHeading}</h2>
        <p id="nothing-personal">{texts.nothingPersonal}</p>
        <p>{texts.kept}</p>
      </section>
      <ReportField
        id="text"
        label={texts.text}
        hint={fill(texts.textHint, lengthIn(language))}
        describedBy="nothing-personal"
        wrong={wrong.text}
      >
        {(described) => (
          <textarea
            id="text"
            name="text"
            rows={6}
            required
            maxLength={MOST_TYPED}
            autocomplete="off"
            {...described}
          >
            {entered.text}
          </textarea>
        )}
      </ReportField>
      <button class="primary" type="submit">
        {texts.send}
      </button>
    </form>
  );
}
