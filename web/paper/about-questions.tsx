import { useReader } from "../language/reader.ts";
import { Wording } from "../language/said.tsx";
import type { FlatQuestion } from "../respondent/localize.ts";
import { Box } from "./box.tsx";

interface Props {
  questions: FlatQuestion[];
  /** Single ballots are never handed out. */
  atRisk: boolean;
}

/** The questions about the respondent, with a box for every answer and for declining. */
export function AboutQuestions({ questions, atRisk }: Props) {
  const { text } = useReader();
  if (questions.length === 0) return null;
  const { answers } = text.rate;
  return (
    <section aria-labelledby="about-heading">
      <h2 id="about-heading">{answers.aboutHeading}</h2>
      <p>{atRisk ? answers.aboutHint : `${answers.aboutHint} ${answers.singleBallots}`}</p>
      {questions.map(({ code, question, why, options }) => (
        <section key={code} class="paper-question" aria-labelledby={`about-${code}`}>
          <h3 id={`about-${code}`}>
            <Wording of={question} />
          </h3>
          <p class="hint">
            <Wording of={why} />
          </p>
          <ul class="option-boxes">
            {options.map((option) => (
              <Box key={option.code} words={<Wording of={option.label} />} />
            ))}
            <Box words={text.common.preferNotToSay} />
          </ul>
        </section>
      ))}
    </section>
  );
}
