import type { ReadBack } from "../../../domain/api.ts";
import { lines, words } from "./words.tsx";
import { draftOf } from "../answers/draft.ts";
import { answerRows } from "./rows.ts";
import type { NamedConsultation, SendTexts } from "./state.ts";

interface Props {
  consultation: NamedConsultation;
  stored: ReadBack;
  texts: SendTexts;
}

/** A stored ballot, answer by answer. */
export const AnswerList = ({ consultation, stored, texts }: Props) => (
  <dl class="read-back">
    {answerRows(consultation, draftOf(stored), texts).map((row) => (
      <div key={row.key}>
        <dt>
          {row.lead}
          {words(row.label)}
        </dt>
        <dd>{lines(row.answers)}</dd>
      </div>
    ))}
  </dl>
);
