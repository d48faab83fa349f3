import type { Consultation } from "../../domain/consultation/definition.ts";
import { MOST_EVIDENCE, type Recorder } from "../../domain/response/entry.ts";
import { statusesFor, type TypedAnswer } from "../../domain/response/read-entry.ts";
import type { FatedAnswer } from "../../domain/response/standing.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { fill, formatDay, formatNumber } from "../text.ts";
import type { WrongFields } from "./answer-faults.ts";
import { DayField, EvidenceField, LineField } from "./line-fields.tsx";
import { StatementFields } from "./statement-fields.tsx";
import { statusWord } from "./status-words.ts";

export interface AnswerFormProps {
  action: string;
  /** Of whoever is signed in, or at the desk. */
  token: string;
  by: Recorder;
  consultation: Pick<Consultation, "languages" | "source">;
  recommendation: Consultation["recommendations"][number];
  typed: TypedAnswer;
  /** The newest entry about the recommendation that stands on this page. */
  seen: string;
  corrected: FatedAnswer | undefined;
  wrong: WrongFields;
  /** The page with a form for a new answer. */
  ratherNew: string;
}

/** The form that records an answer or its correction. The server checks it: a browser would complain in its own language. */
export function AnswerForm(props: AnswerFormProps) {
  const { language, text } = useReader();
  const words = text.responding.form;
  const { by, recommendation, typed, corrected, wrong } = props;
  const number = corrected && formatNumber(language, corrected.number);
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">
        {number === undefined ? words.heading : fill(words.correcting, { number })}
      </h2>
      {corrected === undefined ? null : (
        <p>
          {words.correctingMeans} <a href={props.ratherNew}>{words.ratherNew}</a>
        </p>
      )}
      <Form
        action={props.action}
        token={props.token}
        checkedBy="server"
        class="answering"
        hidden={{
          recommendation: recommendation.code,
          seen: props.seen,
          ...(corrected !== undefined && { corrects: corrected.number }),
        }}
      >
        {corrected === undefined ? <PlaceField {...props} /> : null}
        <Field id="status" label={words.status} hint={words.statusHint} fault={wrong["status"]}>
          {(described) => (
            <select id="status" name="status" {...described}>
              <option value="">{words.choose}</option>
              {statusesFor(by).map((status) => (
                <option key={status} value={status} selected={status === typed.status}>
                  {statusWord({ text }, status)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {by === "addressee" ? null : <SaidOnField {...props} />}
        <StatementFields {...props} />
        {by === "addressee" ? null : <SourceFields {...props} />}
        <EvidenceField
          label={words.evidence}
          hint={fill(words.evidenceHint, { most: formatNumber(language, MOST_EVIDENCE) })}
          value={typed.evidence}
          fault={wrong["evidence"]}
        />
        <DayField
          id="promised"
          label={words.promised}
          hint={words.promisedHint}
          value={typed.promised}
          fault={wrong["promised"]}
        />
        <button class="primary" type="submit">
          {corrected === undefined ? words.send : words.sendCorrection}
        </button>
      </Form>
    </section>
  );
}

/** To the whole recommendation, or to one measure of it; where it has none, nobody has to choose. */
function PlaceField({ consultation, recommendation, typed, wrong }: AnswerFormProps) {
  const reader = useReader();
  const words = reader.text.responding.form;
  if (recommendation.measures.length === 0) return null;
  return (
    <Field id="measure" label={words.measure} fault={wrong["measure"]}>
      {(described) => (
        <select id="measure" name="measure" {...described}>
          <option value="">{words.whole}</option>
          {recommendation.measures.map((measure, place) => (
            <option key={place} value={place} selected={String(place) === typed.measure}>
              {fill(words.measureOption, {
                number: formatNumber(reader.language, place + 1),
                text: textOf(saidIn(reader, consultation, measure)),
              })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function SaidOnField({ consultation, typed, wrong }: AnswerFormProps) {
  const { language, text } = useReader();
  const words = text.responding.form;
  return (
    <DayField
      id="day"
      label={words.day}
      hint={fill(words.dayHint, { day: formatDay(language, consultation.source.date) })}
      value={typed.day}
      fault={wrong["day"]}
    />
  );
}

/** Where an organiser read it. */
function SourceFields({ typed, wrong }: AnswerFormProps) {
  const words = useReader().text.responding.form;
  return (
    <>
      <LineField
        id="source-title"
        name="sourceTitle"
        label={words.source}
        hint={words.sourceHint}
        value={typed.sourceTitle}
        fault={wrong["source-title"]}
      />
      <LineField
        id="source-address"
        name="sourceAddress"
        label={words.sourceAddress}
        hint={words.addressHint}
        value={typed.sourceAddress}
        fault={wrong["source-address"]}
      />
    </>
  );
}
