import type { ReadBack } from "../../../domain/api.ts";
import { Wording } from "../../language/said.tsx";
import { draftOf } from "../answers/draft.ts";
import { RowLabel } from "./row-label.tsx";
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
        <RowLabel row={row} />
        <dd>
          <Wording of={row.answer} />
        </dd>
      </div>
    ))}
  </dl>
);
