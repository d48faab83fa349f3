import { LanguageWords } from "../language/language-words.tsx";
import { useReader } from "../language/reader.ts";
import { Field } from "../form/field.tsx";
import { fill } from "../text.ts";
import type { Letter } from "./letter.ts";

interface Props {
  /** One in each language of the consultation. */
  letters: readonly Letter[];
  hint: string;
  /** Of the heading. */
  level?: 2 | 3;
}

/** Letters to be copied, each in its language: what stands in them can be changed there and is kept nowhere. */
export function Letters({ letters, hint, level = 2 }: Props) {
  const { text } = useReader();
  const words = text.invitation.letter;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section aria-labelledby="letters-heading">
      <Heading id="letters-heading">{words.heading}</Heading>
      <p>{hint}</p>
      {letters.map(({ language, subject, body }) => (
        <details key={language} open={letters.length === 1}>
          <summary>
            <LanguageWords words={words.text} language={language} />
          </summary>
          <Field
            id={`letter-${language}`}
            label={<LanguageWords words={words.text} language={language} />}
          >
            {(described) => (
              <textarea
                id={`letter-${language}`}
                rows={14}
                readOnly
                lang={language}
                dir="auto"
                {...described}
              >
                {`\n${fill(words.subject, { subject })}\n\n${body}`}
              </textarea>
            )}
          </Field>
        </details>
      ))}
    </section>
  );
}
