import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { type Answer, answer } from "./answers.ts";
import type { FilledForm } from "./form.ts";
import { formId } from "./language-buttons.tsx";
import { RateForm } from "./rate-form.tsx";
import { ReceiptTools } from "./receipt-tools.tsx";
import { Saved } from "./saved.tsx";
import { isUnderWay } from "./sending.ts";
import { useSending } from "./use-sending.ts";
import type { RateState } from "./view.ts";

interface Props {
  state: RateState;
  /** In the browser: what the form on the page holds, which may be ahead of the state. */
  filled?: FilledForm;
}

/** The form and what follows it. The server draws it once; the browser takes over the same tree. */
export function RateApp({ state, filled }: Props) {
  const receipt = filled?.receipt ?? state.receipt;
  const [draft, setDraft] = useState(filled?.draft ?? state.draft);
  // False for the first drawing in the browser too, which has to match the server's.
  const [live, setLive] = useState(false);
  const control = useSending(state, receipt, draft);
  const { sending, revision } = control;
  const saved = sending.at === "saved" ? sending : undefined;
  // Remembered after "saved" is left: an expert's later revisions need no code.
  const [panel, setPanel] = useState(state.panel);

  useEffect(() => setLive(true), []);
  // Earlier than the heading of "saved" takes the focus: what stands above it must not go away later.
  useLayoutEffect(() => {
    const intro = document.getElementById("rate-intro");
    if (intro !== null) intro.hidden = saved !== undefined;
    if (saved !== undefined) setPanel(saved.panel);
  }, [saved]);
  // Leaving "saved" takes its button away, so the focus is led back to the answers.
  useEffect(() => (saved === undefined ? undefined : backToForm), [saved]);

  const onAnswer = (action: Answer) => {
    if (!isUnderWay(sending)) setDraft((before) => answer(before, action));
  };
  return (
    <>
      {saved === undefined ? null : (
        <Saved
          consultation={state.consultation}
          language={state.language}
          texts={state.texts}
          receipt={receipt}
          panel={saved.panel}
          stored={saved.stored}
          tools={<ReceiptTools state={state} receipt={receipt} />}
          change={
            <button type="button" class="secondary" onClick={control.backToAnswers}>
              {state.texts.saved.change}
            </button>
          }
        />
      )}
      <div hidden={saved !== undefined}>
        <RateForm {...{ state, draft, receipt, revision, panel, live, control, onAnswer }} />
      </div>
    </>
  );
}

function backToForm(): void {
  document.getElementById("main")?.focus({ preventScroll: true });
  document.getElementById(formId)?.scrollIntoView();
}
