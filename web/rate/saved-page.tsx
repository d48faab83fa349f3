import type { ReadBack } from "../../domain/api.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Language } from "../../domain/language.ts";
import type { Problem } from "../../domain/problem.ts";
import { RECEIPT, pathOf } from "../../domain/paths.ts";
import { Form } from "../form/form.tsx";
import type { Reader } from "../language/reader.ts";
import type { Assets } from "../page/assets.ts";
import { namesOf } from "../language/names.ts";
import { LanguageButtons, formId } from "../respondent/language-buttons.tsx";
import { localizeConsultation } from "../respondent/localize.ts";
import { RespondentPage } from "../respondent/respondent-page.tsx";
import { Afterwards } from "./afterwards.tsx";
import { Saved } from "./send/saved.tsx";
import { namedConsultation, sendTexts } from "./send/state.ts";

interface SavedPageProps extends Reader {
  assets: Assets;
  origin: string;
  consultation: Consultation;
  receipt: string;
  /** What is stored, as the store acknowledged it. */
  readBack: ReadBack;
  /** Something was written beside the ratings; why it was refused. */
  wrote: boolean;
  unsaved: Problem | undefined;
  /** In ms since 1970. */
  now: number;
  /** The public's ballot became an expert's. */
  moves: boolean;
}

/** The answer to a plain form that was stored: the receipt, once, and what is stored. */
export function SavedPage(props: SavedPageProps) {
  const { language, text, consultation, receipt, readBack } = props;
  const { id } = consultation;
  const localized = localizeConsultation(consultation, { language, text });
  // Opening the ballot again by its receipt is how this page, itself answered to a POST, changes language.
  const reopen = (one: Language) => pathOf(RECEIPT, { id, lang: one });
  return (
    <RespondentPage
      {...{ language, text }}
      assets={props.assets}
      origin={props.origin}
      consultation={localized}
      step="saved"
      languageChoice={
        <LanguageButtons
          language={language}
          label={text.rate.page.languages}
          names={namesOf(consultation.languages)}
          actionFor={reopen}
          value="open"
        />
      }
    >
      <Saved
        consultation={namedConsultation(localized)}
        language={language}
        texts={sendTexts(text, localized)}
        receipt={receipt}
        panel={readBack.panel}
        stored={readBack}
        moves={props.moves}
        wrote={props.wrote}
        unsaved={props.unsaved}
        afterwards={<Afterwards consultation={localized} now={props.now} origin={props.origin} />}
        change={
          <Form id={formId} action={reopen(language)} hidden={{ receipt }}>
            <button class="secondary" type="submit" name="do" value="open">
              {text.rate.saved.change}
            </button>
          </Form>
        }
      />
    </RespondentPage>
  );
}
