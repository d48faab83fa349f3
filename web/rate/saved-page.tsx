import type { ReadBack } from "../../domain/api.ts";
import type { Consultation } from "../../domain/consultation.ts";
import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "../language/catalogue.ts";
import type { Assets } from "../page/assets.ts";
import { Document, LANGUAGE_NAMES } from "../page/document.tsx";
import { LanguageButtons, formId } from "./language-buttons.tsx";
import { localizeConsultation } from "./localize.ts";
import { Saved } from "./saved.tsx";
import { rateTexts } from "./view.ts";

interface SavedPageProps {
  language: Language;
  text: Catalogue;
  assets: Assets;
  consultation: Consultation;
  receipt: string;
  /** What was read back from the store after writing. */
  readBack: ReadBack;
}

/** The answer to a plain form that was stored: the receipt, once, and what is stored. */
export function SavedPage(props: SavedPageProps) {
  const { language, text, consultation, receipt, readBack } = props;
  const { id } = consultation;
  // Opening the ballot again by its receipt is how this page, itself answered to a POST, changes language.
  const reopen = (one: Language) => `/c/${id}/receipt?lang=${one}`;
  return (
    <Document
      language={language}
      text={text}
      title={`${text.rate.saved.heading} – Kenes`}
      path={`/c/${id}`}
      style={props.assets.style}
      languageChoice={
        <LanguageButtons
          language={language}
          label={text.rate.page.languages}
          names={LANGUAGE_NAMES}
          actionFor={reopen}
          value="open"
        />
      }
    >
      <Saved
        consultation={localizeConsultation(consultation, language)}
        language={language}
        texts={rateTexts(text)}
        receipt={receipt}
        panel={readBack.panel}
        stored={readBack}
        change={
          <form id={formId} method="post" action={reopen(language)}>
            <input type="hidden" name="receipt" value={receipt} />
            <button class="secondary" type="submit" name="do" value="open">
              {text.rate.saved.change}
            </button>
          </form>
        }
      />
    </Document>
  );
}
