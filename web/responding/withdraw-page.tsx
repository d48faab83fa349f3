import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Fault } from "../../domain/fault.ts";
import type { Texts } from "../../domain/language.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { RESPONSE_LENGTHS } from "../../domain/response/entry.ts";
import type { FatedAnswer } from "../../domain/response/standing.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { byField, Refusal } from "../form/refusal.tsx";
import { LanguageWords } from "../language/language-words.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { AnswerEntry } from "../response/answer-entry.tsx";
import { nameAnswerFaults } from "../response/answer-faults.ts";
import { fill, formatNumber } from "../text.ts";

interface Props extends SectionProps {
  definition: Consultation;
  answer: FatedAnswer;
  today: string;
  reason: Texts;
  problem: ProblemCode | undefined;
  faults: readonly Fault[];
}

/** Asks before an entry is withdrawn, and for the reason. */
export function WithdrawPage(props: Props) {
  const { language, text, signedIn, consultation, definition, answer, problem } = props;
  const words = text.responding.withdrawal;
  const to = { id: consultation.id, lang: language };
  const number = formatNumber(language, answer.number);
  const back = `${organisePath(ORGANISE.responsesPage, to)}&recommendation=${encodeURIComponent(answer.recommendation)}`;
  const wrong = nameAnswerFaults(props, props.faults, {
    consultation: definition,
    today: props.today,
    corrected: undefined,
  });
  const most = formatNumber(language, RESPONSE_LENGTHS.reason);
  return (
    <SectionPage
      {...props}
      moreStyle={props.assets.resultsStyle}
      page={ORGANISE.withdrawResponsePage}
      heading={fill(words.title, { number })}
      query={{ entry: String(answer.number) }}
    >
      <Refusal why={problem && text.problems[problem]} faults={byField(wrong)} />
      <p>{words.means}</p>
      <ul>
        {words.does.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div class="answer">
        <AnswerEntry consultation={definition} answer={answer} promise={undefined} />
      </div>
      <Form
        action={organisePath(ORGANISE.withdrawResponse, to)}
        token={signedIn.formToken}
        checkedBy="server"
        hidden={{ entry: answer.number }}
      >
        {definition.languages.map((one, place) => {
          const id = `reason-${one}`;
          return (
            <Field
              key={one}
              id={id}
              label={<LanguageWords words={words.reason} language={one} />}
              hint={place === 0 ? fill(words.reasonHint, { most }) : undefined}
              fault={wrong[id]}
            >
              {(described) => (
                <textarea
                  id={id}
                  name={`reason.${one}`}
                  lang={one}
                  dir="auto"
                  rows={3}
                  {...described}
                >
                  {`\n${props.reason[one] ?? ""}`}
                </textarea>
              )}
            </Field>
          );
        })}
        <p class="buttons">
          <button class="danger" type="submit">
            {words.confirm}
          </button>
          <a class="button secondary" href={back}>
            {words.back}
          </a>
        </p>
      </Form>
    </SectionPage>
  );
}
