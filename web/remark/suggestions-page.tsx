import { MODERATION, pathOf, SUGGESTIONS } from "../../domain/paths.ts";
import { RemarkList, type RemarkView } from "./remark-list.tsx";
import { RemarkPage, type RemarkPageProps } from "./remark-page.tsx";

interface Props extends RemarkPageProps {
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
    <RemarkPage
      {...props}
      title={words.suggestions}
      lead={words.suggestionsLead}
      path={SUGGESTIONS}
      ways={
        <li>
          <a href={pathOf(MODERATION, to)}>{text.moderation.log.title}</a>
        </li>
      }
    >
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
    </RemarkPage>
  );
}
