import type { ComponentChildren } from "preact";
import { describedBy, faultId, FieldFault } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";
import { textOf, Wording } from "../language/said.tsx";
import { aboutId } from "./answers/anchors.ts";
import { PREFER_NOT_TO_SAY } from "./answers/limits.ts";
import type { FlatQuestion } from "../respondent/localize.ts";

/** Up to this many options are shown as radio buttons, more as a list to open. */
const MOST_RADIOS = 8;

interface Props {
  questions: FlatQuestion[];
  about: Record<string, string>;
  /** What is wrong, by the id of the field. */
  faults: Record<string, string>;
  /** What is known of the respondent without a question. */
  children: ComponentChildren;
}

/** The questions about the respondent; each may be left out or declined. */
export function AboutYou({ questions, about, faults, children }: Props) {
  const { text } = useReader();
  if (questions.length === 0) return <>{children}</>;
  const { answers } = text.rate;
  return (
    <section class="question-block" aria-labelledby="about-heading">
      <h2 id="about-heading">{answers.aboutHeading}</h2>
      <p class="hint">{answers.aboutHint}</p>
      <div class="later">
        {questions.map((question) => {
          const decline = { code: PREFER_NOT_TO_SAY, label: text.common.preferNotToSay };
          const id = aboutId(question.code);
          const props = {
            id,
            question: { ...question, options: [...question.options, decline] },
            answer: about[question.code] ?? "",
            fault: faults[id],
          };
          return question.options.length > MOST_RADIOS ? (
            <OneOfMany key={id} {...props} />
          ) : (
            <OneOfFew key={id} {...props} />
          );
        })}
        {children}
      </div>
    </section>
  );
}

interface QuestionProps {
  id: string;
  question: FlatQuestion;
  answer: string;
  fault: string | undefined;
}

/** Radio buttons. None can be unticked: the last, for declining, takes an answer back. */
function OneOfFew({ id, question, answer, fault }: QuestionProps) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy(fault && faultId(id), `${id}-why`)}
    >
      <legend>
        <h3>
          <Wording of={question.question} />
        </h3>
      </legend>
      <FieldFault field={id} sentence={fault} />
      <p class="hint" id={`${id}-why`}>
        <Wording of={question.why} />
      </p>
      {question.options.map(({ code, label }) => (
        <label key={code} class="choice">
          <input
            type="radio"
            name={`about.${question.code}`}
            value={code}
            checked={answer === code}
          />
          <span>
            <Wording of={label} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function OneOfMany({ id, question, answer, fault }: QuestionProps) {
  const { answers } = useReader().text.rate;
  const asked = <Wording of={question.question} />;
  return (
    <div class="field">
      <h3>
        <label for={id}>{asked}</label>
      </h3>
      <p class="hint" id={`${id}-why`}>
        <Wording of={question.why} />
      </p>
      <FieldFault field={id} sentence={fault} />
      <select
        id={id}
        name={`about.${question.code}`}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={describedBy(fault && faultId(id), `${id}-why`)}
      >
        <option value="">{answers.choose}</option>
        {question.options.map(({ code, label }) => (
          <option key={code} value={code} selected={code === answer}>
            {textOf(label)}
          </option>
        ))}
      </select>
    </div>
  );
}
