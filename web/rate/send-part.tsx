import { useState } from "preact/hooks";
import type { ReadBack } from "../../domain/api.ts";
import { plural } from "../language/text.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { ReadBackList } from "./read-back-list.tsx";
import { readStored } from "./send.ts";
import type { Sending } from "./sending.ts";
import type { SendingControl } from "./use-sending.ts";
import type { RateState } from "./view.ts";

interface Props {
  state: RateState;
  receipt: string;
  control: SendingControl;
}

/** The end of the form: the button, and how sending goes. */
export function SendPart({ state, receipt, control }: Props) {
  const { form } = state.texts;
  const { sending } = control;
  return (
    <section class="send" aria-labelledby="send-heading">
      <h2 id="send-heading">{form.sendHeading}</h2>
      <p>{form.sendHint}</p>
      {sending.at === "editing" && sending.problem !== undefined ? (
        <ErrorSummary state={state} problem={sending.problem}>
          {sending.problem.revision === undefined ? null : (
            <Conflict {...{ state, receipt, control }} stored={sending.problem.revision} />
          )}
        </ErrorSummary>
      ) : null}
      {sending.at === "differs" ? (
        <div class="error-summary" role="alert">
          <p>{form.differs}</p>
          <StoredAnswers state={state} stored={sending.stored} />
        </div>
      ) : null}
      <button
        class="primary"
        type="submit"
        name="do"
        value="send"
        aria-disabled={sending.at === "sending" ? true : undefined}
        onClick={(event) => {
          event.preventDefault();
          control.send();
        }}
      >
        {control.revision > 1 ? form.sendAgain : form.send}
      </button>
      <output class="sending">{progressOf(state, sending)}</output>
      {"failures" in sending && sending.failures > 0 ? (
        <div class="buttons">
          <button type="button" class="secondary" onClick={control.tryNow}>
            {form.tryNow}
          </button>
          <button type="button" class="link-button" onClick={control.backToAnswers}>
            {form.stopTrying}
          </button>
        </div>
      ) : null}
    </section>
  );
}

function progressOf({ texts, language }: RateState, sending: Sending): string {
  if (sending.at === "sending") return texts.form.sending;
  return sending.at === "waiting"
    ? plural(language, texts.form[sending.because], sending.seconds)
    : "";
}

function Conflict({ state, receipt, control, stored }: Props & { stored: number }) {
  const { form } = state.texts;
  const [shown, show] = useState<ReadBack | "cannot">();
  const load = async () => {
    const answer = await readStored(state.consultation.id, receipt);
    show("came" in answer ? "cannot" : answer);
  };
  return (
    <>
      <div class="buttons">
        <button type="button" class="secondary" onClick={() => control.send(stored + 1)}>
          {form.replace}
        </button>
        <button type="button" class="link-button" onClick={() => void load()}>
          {form.showStored}
        </button>
      </div>
      {shown === "cannot" ? <p>{form.cannotShow}</p> : null}
      {typeof shown === "object" ? <StoredAnswers state={state} stored={shown} /> : null}
    </>
  );
}

const StoredAnswers = ({ state, stored }: { state: RateState; stored: ReadBack }) => (
  <div class="stored">
    <h3>{state.texts.form.storedHeading}</h3>
    <ReadBackList consultation={state.consultation} stored={stored} texts={state.texts} />
  </div>
);
