import type { ReadBack } from "../../../domain/api.ts";
import { lines, words } from "./words.tsx";
import type { Problem } from "../../../domain/problem.ts";
import { type Draft, draftOf } from "../answers/draft.ts";
import { formId } from "../../respondent/language-buttons.tsx";
import { CopyOut } from "./copy-out.tsx";
import { answerRows, differingRows } from "./rows.ts";
import type { SendState } from "./state.ts";

interface Props {
  state: SendState;
  draft: Draft;
  problem: Problem;
  stored: ReadBack | undefined;
  /** What a script does where the buttons of the plain form would send it. */
  onReplace?: (event: Event) => void;
  onAnew?: (event: Event) => void;
}

/** What can be done about a ballot that was refused for what is stored, or because it came too late. */
export function Remedy({ state, draft, problem, stored, onReplace, onAnew }: Props) {
  const { form } = state.texts;
  switch (problem.problem) {
    case "revision-conflict":
      return (
        <>
          {stored === undefined ? null : <Difference state={state} draft={draft} stored={stored} />}
          <p>{form.replaceHint}</p>
          <button class="secondary" {...sendsForm("send")} onClick={onReplace}>
            {form.replace}
          </button>
        </>
      );
    case "ballot-withdrawn":
      return (
        <>
          <p>{form.anewHint}</p>
          <button class="secondary" {...sendsForm("anew")} onClick={onAnew}>
            {form.anew}
          </button>
        </>
      );
    case "work-needed":
    case "work-expired":
      return (
        <>
          <p>{form.workFailed}</p>
          <button class="secondary" {...sendsForm("send")}>
            {form.waitInstead}
          </button>
        </>
      );
    case "consultation-closed":
      return <CopyOut state={state} draft={draft} />;
    default:
      return null;
  }
}

/** A button that sends the form; it may stand outside of it. */
const sendsForm = (todo: string) =>
  ({ type: "submit", form: formId, name: "do", value: todo }) as const;

/** The two versions side by side, where they differ. */
function Difference({
  state,
  draft,
  stored,
}: Pick<Props, "state" | "draft"> & { stored: ReadBack }) {
  const { consultation, texts } = state;
  const { form } = texts;
  const rows = differingRows(
    answerRows(consultation, draft, texts),
    answerRows(consultation, draftOf(stored), texts),
  );
  if (rows.length === 0) return <p>{form.noDifference}</p>;
  return (
    <>
      <h3>{form.differenceHeading}</h3>
      <dl class="read-back">
        {rows.map(({ mine, other }) => (
          <div key={mine.key}>
            <dt>
              {mine.lead}
              {words(mine.label)}
            </dt>
            <dd>
              {form.mine}: {lines(mine.answers)}
            </dd>
            <dd>
              {form.storedNow}: {lines(other.answers)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
