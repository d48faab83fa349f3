import { Fragment } from "preact";
import { channelCode } from "../../domain/consultation/channel.ts";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import { Wording } from "../language/said.tsx";
import { AboutYou } from "./about-you.tsx";
import { cardId, MISSING } from "./answers/anchors.ts";
import { ChannelChoice } from "./channel-choice.tsx";
import { DraftChoice } from "./draft-choice.tsx";
import { answered } from "./answers/draft.ts";
import { FirstChoice } from "./first-choice.tsx";
import { InvitationField } from "./invitation-field.tsx";
import { formAction, formId } from "../respondent/language-buttons.tsx";
import { changesOf } from "../respondent/publishing-words.ts";
import { ProgressLine } from "./progress-line.tsx";
import { Reason, Suggestion } from "./reason.tsx";
import { RecommendationCard } from "./recommendation-card.tsx";
import { faultsByField, nameFaults } from "./send/faults.ts";
import { firstView } from "./send/model.ts";
import { ReceiptCode } from "./send/receipt-code.tsx";
import { SendPart } from "./send/send-part.tsx";
import type { SendState } from "./send/state.ts";
import type { RateView } from "./answers/view.ts";

interface Props {
  view: RateView;
  state: SendState;
  /** It goes nowhere. */
  inert?: boolean;
}

/**
 * The whole form. Its native fields hold the answers; the script adds to them but never draws them
 * again. While the answers are looked through they are hidden, and so still sent with the form.
 */
export function RateForm({ view, state, inert = false }: Props) {
  const { text } = useReader();
  const { consultation, draft, order, problem, receipt, revision, stage } = view;
  const { answers } = text.rate;
  const { atRisk } = consultation;
  const action = formAction(consultation.id, atRisk, view.language);
  const shown = order.flatMap((code) =>
    consultation.recommendations.filter((one) => one.code === code),
  );
  const keepsDrafts = !atRisk && revision === 1;
  const faults = faultsByField(nameFaults(state, problem));
  return (
    <Form
      id={formId}
      action={action}
      hidden={{
        receipt,
        revision,
        order: order.join(" "),
        wording: consultation.wording,
        opened: view.opened,
        panel: view.panel === "expert" ? "expert" : "",
        invited: draft.invited ? "yes" : "",
        wrote: draft.wrote ? "yes" : "",
      }}
      checkedBy="browser"
      inert={inert}
      tabIndex={-1}
    >
      <div id="answers" hidden={stage !== "answers"}>
        <div class="notice" id="returning" hidden={revision === 1 || problem !== undefined}>
          <h2>{answers.returningHeading}</h2>
          <p>{answers.returning}</p>
          <p>{changesOf(text, consultation).next}</p>
          <details>
            <summary>{answers.yourReceipt}</summary>
            <ReceiptCode id="kept-receipt" receipt={receipt} />
          </details>
        </div>
        <InvitationField
          draft={draft}
          channel={state.consultation.channels[channelCode(draft.channel)]}
          expert={view.panel === "expert"}
          exact={consultation.expertsExact}
          fault={faults["invitation"]}
        />
        {consultation.addressees.map(({ code, name }) => (
          <section key={code} aria-labelledby={`addressee-${code}`}>
            <h2 id={`addressee-${code}`}>
              <Wording of={name} />
            </h2>
            {shown
              .filter((one) => one.addressee === code)
              .map((one) => {
                const id = cardId(order, one.code) ?? one.code;
                return (
                  <Fragment key={one.code}>
                    <RecommendationCard
                      rating={draft.ratings[one.code]}
                      reason={
                        consultation.reasons ? (
                          <Reason code={one.code} written={draft.texts[one.code]} atRisk={atRisk} />
                        ) : null
                      }
                      fault={faults[id]}
                      {...{ one, id, action }}
                    />
                    {/* From the first answer on there is something to keep. */}
                    {keepsDrafts && one === shown[0] ? <DraftChoice now={view.now} /> : null}
                  </Fragment>
                );
              })}
          </section>
        ))}
        <FirstChoice recommendations={shown} first={draft.first} fault={faults["first"]} />
        {consultation.reasons ? (
          <Suggestion written={draft.texts[""]} atRisk={atRisk} fault={faults[MISSING]} />
        ) : null}
        <AboutYou questions={consultation.about} about={draft.about} faults={faults}>
          {atRisk ? null : <p class="hint">{answers.singleBallots}</p>}
          {consultation.countLanguages ? <p class="hint">{answers.languageCounted}</p> : null}
          <ChannelChoice
            channels={state.consultation.channels}
            draft={draft}
            fault={faults["channel"]}
          />
        </AboutYou>
        <ProgressLine count={answered(draft, order)} total={order.length} />
      </div>
      <div id="send">
        <SendPart state={state} view={firstView(state, draft, receipt)} />
      </div>
    </Form>
  );
}
