import type { Answer } from "./answers.ts";
import { PREFER_NOT_TO_SAY } from "./limits.ts";
import type { FlatQuestion } from "./localize.ts";
import type { RateTexts } from "./view.ts";

/** Up to this many options are shown as radio buttons, more as a list to open. */
const MOST_RADIOS = 8;

interface Props {
  questions: FlatQuestion[];
  about: Record<string, string>;
  texts: RateTexts;
  onAnswer: (answer: Answer) => void;
}

/** The questions about the respondent; each may be left out or declined. */
export function AboutYou({ questions, about, texts, onAnswer }: Props) {
  if (questions.length === 0) return null;
  return (
    <section class="question-block" aria-labelledby="about-heading">
      <h2 id="about-heading">{texts.form.aboutHeading}</h2>
      <p class="hint">{texts.form.aboutHint}</p>
      {questions.map((asked) => {
        const props = {
          asked: {
            ...asked,
            options: [...asked.options, { code: PREFER_NOT_TO_SAY, label: texts.preferNotToSay }],
          },
          given: about[asked.code] ?? "",
          choose: texts.form.choose,
          onGiven: (given: string) =>
            onAnswer({ do: "about", question: asked.code, answer: given }),
        };
        return asked.options.length > MOST_RADIOS ? (
          <OneOfMany key={asked.code} {...props} />
        ) : (
          <OneOfFew key={asked.code} {...props} />
        );
      })}
    </section>
  );
}

interface QuestionProps {
  asked: FlatQuestion;
  given: string;
  choose: string;
  onGiven: (given: string) => void;
}

function OneOfFew({ asked, given, onGiven }: QuestionProps) {
  return (
    <fieldset>
      <legend>
        <h3>{asked.question}</h3>
      </legend>
      <p class="hint">{asked.why}</p>
      {asked.options.map(({ code, label }, index) => (
        <label key={code} class="choice">
          <input
            type="radio"
            id={index === 0 ? `about-${asked.code}` : undefined}
            name={`about.${asked.code}`}
            value={code}
            checked={given === code}
            onChange={() => onGiven(code)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

function OneOfMany({ asked, given, choose, onGiven }: QuestionProps) {
  const id = `about-${asked.code}`;
  return (
    <div class="field">
      <h3>
        <label for={id}>{asked.question}</label>
      </h3>
      <p class="hint" id={`${id}-why`}>
        {asked.why}
      </p>
      <select
        id={id}
        name={`about.${asked.code}`}
        value={given}
        aria-describedby={`${id}-why`}
        onChange={(event) => onGiven(event.currentTarget.value)}
      >
        <option value="">{choose}</option>
        {asked.options.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
