import type { ReadBack } from "../../../domain/api.ts";
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
    {answerRows(consultation, draftOf(stored), texts).map(({ key, label, answer }) => (
      <div key={key}>
        <dt>{label}</dt>
        <dd>{answer}</dd>
      </div>
    ))}
  </dl>
);
