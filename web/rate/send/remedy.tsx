import type { ReadBack } from "../../../domain/api.ts";
import type { Problem } from "../../../domain/problem.ts";
import { type Draft, draftOf } from "../draft.ts";
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
    case "consultation-closed":
      return <CopyOut state={state} draft={draft} />;
    default:
      return null;
  }
}

/** A button that sends the form; it may stand outside of it. */
const sendsForm = (todo: string) =>
  ({ type: "submit", form: "ballot", name: "do", value: todo }) as const;

/** The two versions side by side, where they differ. */
function Difference({
  state,
  draft,
  stored,
}: Pick<Props, "state" | "draft"> & { stored: ReadBack }) {
  const { consultation, texts } = state;
  const rows = differingRows(
    answerRows(consultation, draft, texts),
    answerRows(consultation, draftOf(stored), texts),
  );
  if (rows.length === 0) return <p>{texts.form.noDifference}</p>;
  return (
    // Reached by keyboard: otherwise what does not fit could not be scrolled to.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section class="table-scroll" aria-labelledby="difference" tabIndex={0}>
      <table class="difference">
        <caption id="difference">{texts.form.differenceCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.form.item}</th>
            <th scope="col">{texts.form.mine}</th>
            <th scope="col">{texts.form.storedNow}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ mine, other }) => (
            <tr key={mine.key}>
              <th scope="row">{mine.label}</th>
              <td>{mine.answer}</td>
              <td>{other.answer}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
