import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Language } from "../../domain/language.ts";
import type { Problem } from "../../domain/problem.ts";
import { RATE, TRANSLATION, pathOf } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import { byField, Refusal } from "../form/refusal.tsx";
import { fill } from "../text.ts";
import type { Assets } from "../page/assets.ts";
import { languageName, namesOf } from "../language/names.ts";
import { saidIn, Wording } from "../language/said.tsx";
import { LanguageButtons } from "../respondent/language-buttons.tsx";
import { headed } from "../respondent/localize.ts";
import { RespondentPage } from "../respondent/respondent-page.tsx";
import { type Entered, nameReportFaults } from "./faults.ts";
import { ReportForm } from "./report-form.tsx";

export interface ReportPageProps extends Reader {
  assets: Assets;
  origin: string;
  consultation: Consultation;
  entered: Entered;
  problem?: Problem | undefined;
}

const FORM = "report";

/** Reporting a bad translation: a plain form without a script. */
export function ReportPage(props: ReportPageProps) {
  const { language, text, consultation, entered, problem } = props;
  const texts = text.translation;
  const actionFor = (one: Language) => pathOf(TRANSLATION, { id: consultation.id, lang: one });
  const wrong = nameReportFaults(language, texts, entered, problem?.faults ?? []);
  return (
    <RespondentPage
      {...{ language, text }}
      assets={props.assets}
      origin={props.origin}
      consultation={headed(consultation, props)}
      name={texts.title}
      step={problem && "error"}
      path={TRANSLATION}
      languageChoice={
        <LanguageButtons
          form={FORM}
          language={language}
          label={texts.languages}
          names={namesOf(consultation.languages)}
          actionFor={actionFor}
          value="redraw"
        />
      }
    >
      <p class="hint">
        <Wording of={saidIn(props, consultation, consultation.title)} />
      </p>
      <Refusal
        heading={texts.errorHeading}
        why={problem && text.problems[problem.problem]}
        faults={byField(wrong)}
      >
        <p>{text.rate.form.nothingLost}</p>
      </Refusal>
      <h1>{texts.title}</h1>
      <p class="lead">{texts.intro}</p>
      <p>{texts.answersStay}</p>
      <p>{fill(texts.language, { language: languageName(language) })}</p>
      <ReportForm
        id={FORM}
        action={actionFor(language)}
        consultation={consultation}
        entered={entered}
        wrong={wrong}
      />
      <p class="buttons">
        <a href={pathOf(RATE, { id: consultation.id, lang: language })}>
          {text.common.problemPage.backToConsultation}
        </a>
      </p>
    </RespondentPage>
  );
}
