import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "../language/catalogue.ts";
import type { Assets } from "../page/assets.ts";
import { Document, LANGUAGE_NAMES } from "../page/document.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Intro } from "./intro.tsx";
import { LanguageButtons, formAction, formId } from "./language-buttons.tsx";
import { RateApp } from "./rate-app.tsx";
import { type RateState, type RateView, rateState } from "./view.ts";
import { withoutWording } from "./wording.ts";

interface RatePageProps {
  language: Language;
  text: Catalogue;
  assets: Assets;
  view: RateView;
}

/** The page on which a consultation's recommendations are rated. */
export function RatePage({ language, text, assets, view }: RatePageProps) {
  const { id, title } = view.consultation;
  const state = rateState(view, text);
  const prefix = view.problem === undefined ? "" : text.rate.page.errorPrefix;
  return (
    <Document
      language={language}
      text={text}
      title={`${prefix}${title} – Kenes`}
      path={`/c/${id}`}
      style={assets.style}
      script={assets.rateScript}
      state={withoutWording(state)}
      languageChoice={
        <LanguageButtons
          language={language}
          label={text.rate.page.languages}
          names={LANGUAGE_NAMES}
          actionFor={(one) => formAction(id, one)}
          value="redraw"
        />
      }
    >
      <div id="rate-intro">
        <Refusal state={state} />
        <Intro view={view} text={text} />
      </div>
      <div id="rate">
        <RateApp state={state} />
      </div>
    </Document>
  );
}

function Refusal({ state }: { state: RateState }) {
  const { problem, texts, consultation, language } = state;
  if (problem === undefined) return null;
  return (
    <ErrorSummary state={state} problem={problem}>
      {problem.problem === "revision-conflict" ? (
        <>
          <p>{texts.form.replaceBySending}</p>
          <button
            class="secondary"
            type="submit"
            form={formId}
            formAction={`/c/${consultation.id}/receipt?lang=${language}`}
            name="do"
            value="open"
          >
            {texts.form.showStored}
          </button>
        </>
      ) : null}
    </ErrorSummary>
  );
}
