import { textOf } from "../../language/said.tsx";
import type { Draft } from "../answers/draft.ts";
import { CopyButton } from "./copy-button.tsx";
import { remarkRows } from "./remark-rows.ts";
import { answerOf, answerRows, labelOf } from "./rows.ts";
import type { SendState } from "./state.ts";

/** Answers that cannot be sent any more, as text to take along. */
export function CopyOut({ state, draft }: { state: SendState; draft: Draft }) {
  const { consultation, texts } = state;
  const rows = answerRows(consultation, draft, texts).filter(({ empty }) => !empty);
  const text = [
    textOf(consultation.title),
    ...rows.map((one) => `${labelOf(one)}: ${answerOf(one)}`),
    ...remarkRows(state, draft).map(({ label, text }) => `${label}: ${text}`),
  ].join("\n");
  return (
    <div class="field">
      <label for="copy-out">{texts.form.copyOut}</label>
      <textarea id="copy-out" readOnly rows={Math.min(rows.length + 3, 12)} value={text} />
      <CopyButton
        label={texts.form.copyAnswers}
        copied={texts.saved.copied}
        notCopied={texts.form.notCopied}
        text={text}
      />
    </div>
  );
}
