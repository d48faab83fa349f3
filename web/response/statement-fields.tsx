import type { Consultation } from "../../domain/consultation/definition.ts";
import { RESPONSE_LENGTHS } from "../../domain/response/entry.ts";
import type { TypedAnswer } from "../../domain/response/read-entry.ts";
import { Field } from "../form/field.tsx";
import { LanguageWords } from "../language/language-words.tsx";
import { languageName } from "../language/names.ts";
import { useReader } from "../language/reader.ts";
import { fill, formatNumber } from "../text.ts";
import type { WrongFields } from "./answer-faults.ts";

interface Props {
  consultation: Pick<Consultation, "languages">;
  typed: TypedAnswer;
  wrong: WrongFields;
}

/** What was said, in each language of the consultation, and in which of them it was said. */
export function StatementFields({ consultation, typed, wrong }: Props) {
  const { language, text } = useReader();
  const words = text.responding.form;
  const { languages } = consultation;
  const most = formatNumber(language, RESPONSE_LENGTHS.statement);
  return (
    <>
      {languages.length === 1 ? (
        <input type="hidden" name="original" value={languages[0]} />
      ) : (
        <Field
          id="original"
          label={words.original}
          hint={words.originalHint}
          fault={wrong["original"]}
        >
          {(described) => (
            <select id="original" name="original" {...described}>
              {languages.map((one) => (
                <option key={one} value={one} lang={one} selected={one === typed.original}>
                  {languageName(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {languages.map((one, place) => {
        const id = `statement-${one}`;
        return (
          <Field
            key={one}
            id={id}
            label={<LanguageWords words={words.statement} language={one} />}
            hint={
              place === 0
                ? fill(words.statementHint, { most })
                : one === typed.original
                  ? undefined
                  : words.translation
            }
            fault={wrong[id]}
          >
            {(described) => (
              <textarea
                id={id}
                name={`statement.${one}`}
                lang={one}
                dir="auto"
                rows={5}
                {...described}
              >
                {`\n${typed.statement[one] ?? ""}`}
              </textarea>
            )}
          </Field>
        );
      })}
    </>
  );
}
