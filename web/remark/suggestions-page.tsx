import type { Consultation } from "../../domain/consultation/definition.ts";
import { MODERATION, pathOf, RATE, SUGGESTIONS } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import { saidIn, Wording } from "../language/said.tsx";
import type { Assets } from "../page/assets.ts";
import { headed } from "../respondent/localize.ts";
import { RespondentPage } from "../respondent/respondent-page.tsx";
import { RemarkList, type RemarkView } from "./remark-list.tsx";

interface Props extends Reader {
  assets: Assets;
  origin: string;
  consultation: Consultation;
  suggestions: readonly RemarkView[];
  page: number;
  markExperts: boolean;
}

/** What respondents missed in the list, in their own words. */
export function SuggestionsPage(props: Props) {
  const { language, text, consultation, suggestions } = props;
  const { id } = consultation;
  const words = text.moderation.shown;
  const to = { id, lang: language };
  return (
    <RespondentPage
      {...{ language, text }}
      assets={props.assets}
      origin={props.origin}
      consultation={headed(consultation, props)}
      name={words.suggestions}
      path={SUGGESTIONS}
    >
      <p class="hint">
        <Wording of={saidIn(props, consultation, consultation.title)} />
      </p>
      <h1>{words.suggestions}</h1>
      <p class="lead">{words.suggestionsLead}</p>
      {consultation.disclosure === "at-risk" ? (
        <p class="notice">{words.atRisk}</p>
      ) : suggestions.length === 0 ? (
        <div class="empty">
          <p>{words.noSuggestions}</p>
        </div>
      ) : (
        <RemarkList
          remarks={suggestions}
          page={props.page}
          markExperts={props.markExperts}
          label={words.suggestions}
          addressOf={(page) => `${pathOf(SUGGESTIONS, to)}&page=${page}`}
        />
      )}
      <ul class="ways">
        <li>
          <a href={pathOf(MODERATION, to)}>{text.moderation.log.title}</a>
        </li>
        <li>
          <a href={pathOf(RATE, to)}>{text.common.problemPage.backToConsultation}</a>
        </li>
      </ul>
    </RespondentPage>
  );
}
