import { plural } from "../../text.ts";
import { formId } from "../../respondent/language-buttons.tsx";
import { codeOf, type Draft } from "../answers/draft.ts";
import { fillAfterwards } from "./afterwards-place.ts";
import { AnswerList } from "./answer-list.tsx";
import { changeWords } from "./change-words.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { ReceiptTools } from "./receipt-tools.tsx";
import { Remedy } from "./remedy.tsx";
import { Review } from "./review.tsx";
import type { SendActions, SendView } from "./model.ts";
import { Saved } from "./saved.tsx";
import { remarkRows } from "./remark-rows.ts";
import { type Sending, isUnderWay } from "./sending.ts";
import type { SendState } from "./state.ts";
import { WORK_BAR } from "./work.ts";

interface Props {
  state: SendState;
  view: SendView;
  /** In the browser: what can be done. Without a script, the buttons send the form. */
  actions?: SendActions | undefined;
}

/** What follows the answers: looking them through, sending, and the receipt. Drawn on both sides. */
export function SendPart({ state, view, actions }: Props) {
  const { sending, receipt } = view;
  switch (sending.at) {
    case "answers":
      return <ToReview {...{ state, sending, actions }} />;
    case "saved":
      return (
        <Saved
          consultation={state.consultation}
          language={state.language}
          texts={state.texts}
          receipt={receipt}
          panel={sending.panel}
          stored={sending.stored}
          moves={moves(view.draft, sending.stored.revision)}
          wrote={view.draft.wrote}
          unsaved={sending.unsaved}
          tools={<ReceiptTools state={state} receipt={receipt} />}
          afterwards={<div ref={fillAfterwards} />}
          change={
            <button type="button" class="secondary" onClick={pressed(() => actions?.back())}>
              {state.texts.saved.change}
            </button>
          }
        />
      );
    default:
      return <ToSend {...{ state, view, sending, actions }} />;
  }
}

/**
 * What a button does once it is pressed. The second click of a double click does nothing: what it was
 * meant for may already have made room for another button.
 */
const pressed = (act: () => void) => (event: Event) => {
  event.preventDefault();
  if ((event as UIEvent).detail < 2) act();
};

interface PartProps<At> {
  state: SendState;
  sending: At;
  actions: SendActions | undefined;
}

function ToReview({ state, sending, actions }: PartProps<Extract<Sending, { at: "answers" }>>) {
  const { form } = state.texts;
  return (
    <section class="send" aria-labelledby="send-heading">
      <h2 id="send-heading">{form.sendHeading}</h2>
      {sending.problem === undefined ? null : (
        <ErrorSummary state={state} problem={sending.problem} goTo={actions?.back} />
      )}
      <p>{form.reviewHint}</p>
      <button
        class="primary"
        type="submit"
        name="do"
        value="review"
        onClick={pressed(() => actions?.review())}
      >
        {form.review}
      </button>
    </section>
  );
}

interface ToSendProps extends PartProps<Exclude<Sending, { at: "answers" | "saved" }>> {
  view: SendView;
}

function ToSend({ state, view, sending, actions }: ToSendProps) {
  const { form } = state.texts;
  const { draft, elsewhere, revision } = view;
  const again = revision > 1;
  const isSecond = elsewhere && !again;
  const isDoubted = remarkRows(state, draft).some(({ signs }) => signs[0]);
  return (
    <section class="send checking">
      <Review
        state={state}
        draft={draft}
        quick={view.quick}
        inert={isUnderWay(sending)}
        goTo={actions?.back}
      />
      {sending.at === "review" && sending.problem !== undefined ? (
        <ErrorSummary state={state} problem={sending.problem} goTo={actions?.back}>
          <Remedy
            state={state}
            draft={draft}
            problem={sending.problem}
            stored={sending.stored}
            onReplace={pressed(() => actions?.send((sending.problem?.revision ?? 0) + 1))}
            onAnew={pressed(() => actions?.anew())}
          />
        </ErrorSummary>
      ) : null}
      {sending.at === "differs" ? (
        <div class="error-summary" role="alert">
          <p>{form.differs}</p>
          <h3>{form.storedHeading}</h3>
          <AnswerList
            consultation={state.consultation}
            stored={sending.stored}
            texts={state.texts}
          />
        </div>
      ) : null}
      {isSecond ? (
        <p class="notice" role="alert">
          {form.otherTab}
        </p>
      ) : null}
      <p>{form.sendHint}</p>
      {again ? <p>{changeWords(state.texts, revision, moves(draft, revision), false)}</p> : null}
      <button
        class="primary"
        type="submit"
        name="do"
        value="send"
        form={formId}
        aria-disabled={isUnderWay(sending) ? "true" : undefined}
        onClick={pressed(() => actions?.send())}
      >
        {isDoubted
          ? state.texts.remarks!.asItIs
          : again
            ? form.sendAgain
            : isSecond
              ? form.sendSeparately
              : codeOf(draft) === ""
                ? form.send
                : form.sendExpert}
      </button>
      <output class="sending">{progressOf(state, sending)}</output>
      {sending.at === "working" ? (
        <div class="buttons">
          <progress id={WORK_BAR} aria-label={form.workShare} />
          <button type="button" class="secondary" onClick={actions?.stop}>
            {form.stopWork}
          </button>
        </div>
      ) : null}
      {"failures" in sending && sending.failures > 0 ? (
        <div class="buttons">
          <button type="button" class="secondary" onClick={actions?.tryNow}>
            {form.tryNow}
          </button>
          <button type="button" class="link-button" onClick={actions?.stop}>
            {form.stopTrying}
          </button>
        </div>
      ) : null}
    </section>
  );
}

/** Whether a version with a code makes an expert's ballot of the public's. */
const moves = (draft: Draft, revision: number): boolean => revision > 1 && codeOf(draft) !== "";

function progressOf({ texts, language }: SendState, sending: Sending): string {
  if (sending.at === "sending") return texts.form.sending;
  if (sending.at === "working") {
    return sending.seconds === undefined
      ? texts.form.workBegins
      : plural(language, texts.form.working, sending.seconds);
  }
  return sending.at === "waiting"
    ? plural(language, texts.form[sending.because], sending.seconds)
    : "";
}
