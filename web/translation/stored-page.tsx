import type { Consultation } from "../../domain/consultation/definition.ts";
import { RATE, TRANSLATION, pathOf } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import { saidIn, Wording } from "../language/said.tsx";
import type { Assets } from "../page/assets.ts";
import { headed } from "../respondent/localize.ts";
import { RespondentPage } from "../respondent/respondent-page.tsx";

interface StoredPageProps extends Reader {
  assets: Assets;
  origin: string;
  consultation: Consultation;
}

/** Says that a report is stored, and what to do next. */
export function StoredPage({ language, text, assets, origin, consultation }: StoredPageProps) {
  const texts = text.translation;
  const to = { id: consultation.id, lang: language };
  return (
    <RespondentPage
      {...{ language, text, assets, origin }}
      consultation={headed(consultation, { language, text })}
      name={texts.storedTitle}
      path={TRANSLATION}
    >
      <p class="hint">
        <Wording of={saidIn({ language, text }, consultation, consultation.title)} />
      </p>
      <h1>{texts.storedTitle}</h1>
      <p class="lead">{texts.storedNext}</p>
      <p class="buttons">
        <a href={pathOf(TRANSLATION, to)}>{texts.another}</a>
        <a href={pathOf(RATE, to)}>{text.common.problemPage.backToConsultation}</a>
      </p>
    </RespondentPage>
  );
}
