import type { Panel } from "../../domain/ballot.ts";
import { fill } from "../language/text.ts";
import { AboutYou } from "./about-you.tsx";
import { type Answer, answered } from "./answers.ts";
import type { Draft } from "./draft.ts";
import { FirstChoice } from "./first-choice.tsx";
import { InvitationField } from "./invitation-field.tsx";
import { formAction, formId } from "./language-buttons.tsx";
import { ReceiptCode } from "./receipt-code.tsx";
import { RecommendationCard } from "./recommendation-card.tsx";
import { SendPart } from "./send-part.tsx";
import { isUnderWay } from "./sending.ts";
import type { SendingControl } from "./use-sending.ts";
import type { RateState } from "./view.ts";

interface Props {
  state: RateState;
  draft: Draft;
  receipt: string;
  revision: number;
  panel: Panel | undefined;
  /** Whether a script runs. */
  live: boolean;
  control: SendingControl;
  onAnswer: (answer: Answer) => void;
}

/** The whole form: a plain one without a script, and the same fields with one. */
export function RateForm(props: Props) {
  const { state, draft, receipt, revision, live, control, onAnswer } = props;
  const { consultation, texts, order } = state;
  const action = formAction(consultation.id, state.language);
  const shown = order.flatMap((code) =>
    consultation.recommendations.filter((one) => one.code === code),
  );
  const conflict = state.problem?.problem === "revision-conflict";
  return (
    <form id={formId} method="post" action={action} autocomplete="off">
      <input type="hidden" name="receipt" value={receipt} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="order" value={order.join(" ")} />
      {revision > 1 && !conflict ? <Returning receipt={receipt} state={state} /> : null}
      <div inert={isUnderWay(control.sending)}>
        <div class="cards">
          {consultation.addressees.map(({ code, name }) => (
            <section key={code} aria-labelledby={`addressee-${code}`}>
              <h2 id={`addressee-${code}`}>{name}</h2>
              {shown
                .filter((one) => one.addressee === code)
                .map((one) => (
                  <RecommendationCard
                    key={one.code}
                    rating={draft.ratings[one.code]}
                    {...{ one, texts, action, onAnswer }}
                  />
                ))}
            </section>
          ))}
          {live ? <Progress order={order} draft={draft} template={texts.form.progress} /> : null}
        </div>
        <FirstChoice recommendations={shown} first={draft.first} {...{ texts, live, onAnswer }} />
        <AboutYou questions={consultation.about} about={draft.about} {...{ texts, onAnswer }} />
        <InvitationField
          invitation={draft.invitation}
          open={state.draft.invitation !== "" || state.problem?.problem === "invitation-refused"}
          expert={props.panel === "expert"}
          {...{ texts, onAnswer }}
        />
      </div>
      <SendPart {...{ state, receipt, control }} />
    </form>
  );
}

function Returning({ receipt, state }: Pick<Props, "receipt" | "state">) {
  const { form } = state.texts;
  return (
    <div class="notice">
      <h2>{form.returningHeading}</h2>
      <p>{form.returning}</p>
      <details>
        <summary>{form.yourReceipt}</summary>
        <ReceiptCode receipt={receipt} />
      </details>
    </div>
  );
}

interface ProgressProps {
  order: string[];
  draft: Draft;
  template: string;
}

function Progress({ order, draft, template }: ProgressProps) {
  const count = answered(draft, order);
  return (
    <div class="progress">
      <progress max={order.length} value={count} aria-hidden="true" />
      <span aria-live="polite">{fill(template, { count, total: order.length })}</span>
    </div>
  );
}
