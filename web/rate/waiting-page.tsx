import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Reader } from "../language/reader.ts";
import type { Assets } from "../page/assets.ts";
import { localizeConsultation } from "../respondent/localize.ts";
import { RespondentPage } from "../respondent/respondent-page.tsx";

interface Props extends Reader {
  assets: Assets;
  consultation: Consultation;
}

/** Stands where the seconds go that are left, and then what came of it: the page is cut here. */
export const CUT = "kenes-cut";

/**
 * What is read while an answer to a plain form is held back. No language choice: it would lead away from what is
 * being sent.
 */
export function WaitingPage({ language, text, assets, consultation }: Props) {
  const { waiting } = text.rate;
  return (
    <RespondentPage
      {...{ language, text, assets }}
      consultation={localizeConsultation(consultation, { language, text })}
      step="waiting"
      languageChoice={<></>}
    >
      <section class="waiting">
        <h1>{waiting.heading}</h1>
        <p>{waiting.what}</p>
        <p>{waiting.stay}</p>
        <p role="status">
          {waiting.left} {CUT}
        </p>
      </section>
      {CUT}
    </RespondentPage>
  );
}
