import { fill } from "../../text.ts";
import { aboutId, cardId } from "../answers/anchors.ts";
import { answered, type Draft } from "../answers/draft.ts";
import { formAction } from "../../respondent/language-buttons.tsx";
import { lines, words } from "./words.tsx";
import { takeFocus } from "./focus.ts";
import { RemarkReview } from "./remark-review.tsx";
import { answerRows, labelOf, type Row } from "./rows.ts";
import type { SendState } from "./state.ts";

interface Props {
  state: SendState;
  draft: Draft;
  quick: boolean;
  /** While the answers are on their way, nothing here leads away from them. */
  inert: boolean;
  /** Where a script runs: leads back to the answers, to the field with that id. */
  goTo?: ((field?: string) => void) | undefined;
}

/** Everything that was answered and left out, to be looked through before it is sent. */
export function Review({ state, draft, quick, inert, goTo }: Props) {
  const { consultation, atRisk, order, texts, language } = state;
  const { form } = texts;
  const count = answered(draft, order);
  const action = formAction(consultation.id, atRisk, language);
  const open = order.find((code) => !Object.hasOwn(draft.ratings, code));
  /** A button that leads to a field: by a script, or by having the form drawn again. */
  const leadsTo = (field: string | undefined) => ({
    type: "submit" as const,
    name: "do",
    value: "redraw",
    formAction: field === undefined ? action : `${action}#${field}`,
    onClick: (event: Event) => {
      if (goTo === undefined) return;
      event.preventDefault();
      goTo(field);
    },
  });
  const fieldOf = ({ key }: Row) =>
    key === "first" || key === "channel"
      ? key
      : key.startsWith("about.")
        ? aboutId(key.slice("about.".length))
        : cardId(order, key);
  return (
    <>
      <h1 tabIndex={-1} ref={takeFocus}>
        {form.reviewHeading}
      </h1>
      <div inert={inert}>
        <p class="lead">
          {fill(form.progress, { count, total: order.length })}. {form.notSentYet}
        </p>
        {quick ? <p class="notice">{form.quick}</p> : null}
        {open === undefined ? null : (
          <p>
            <button class="link-button" {...leadsTo(cardId(order, open))}>
              {form.toUnanswered}
            </button>
          </p>
        )}
        <dl class="read-back">
          {answerRows(consultation, draft, texts).map((row) => (
            <div key={row.key} class={row.empty ? "left-out" : undefined}>
              <dt>
                {row.lead}
                {words(row.label)}
              </dt>
              <dd>{lines(row.answers)}</dd>
              <dd>
                <button
                  class="link-button"
                  aria-label={`${row.empty ? form.answer : form.change}: ${labelOf(row)}`}
                  {...leadsTo(fieldOf(row))}
                >
                  {row.empty ? form.answer : form.change}
                </button>
              </dd>
            </div>
          ))}
          <RemarkReview {...{ state, draft, leadsTo }} />
        </dl>
        <p>
          <button class="link-button" {...leadsTo(undefined)}>
            {form.backToAnswers}
          </button>
        </p>
        {atRisk ? <p class="hint">{form.backHint}</p> : null}
      </div>
    </>
  );
}
