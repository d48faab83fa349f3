import type { Consultation } from "../../domain/consultation.ts";
import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill, formatMoment } from "../language/text.ts";
import type { Assets } from "../page/assets.ts";
import { leaving } from "./localize.ts";
import { RespondentPage } from "./respondent-page.tsx";

interface Props {
  language: Language;
  text: Catalogue;
  assets: Assets;
  consultation: Consultation;
}

/** In place of the form when a consultation is closed: since when, and what can still be done. */
export function ClosedPage({ language, text, assets, consultation }: Props) {
  const { id, title, closesAt } = consultation;
  const { closed } = text.rate;
  return (
    <RespondentPage {...{ language, text, assets }} consultation={leaving(consultation)}>
      <h1>{title[language]}</h1>
      <p class="lead">{fill(closed.since, { moment: formatMoment(language, closesAt ?? "") })}</p>
      <p>{closed.still}</p>
      <p class="buttons">
        <a class="button primary" href={`/c/${id}/results?lang=${language}`}>
          {text.rate.page.results}
        </a>
        <a href={`/c/${id}/receipt?lang=${language}`}>{text.rate.page.haveReceipt}</a>
      </p>
    </RespondentPage>
  );
}
