import { KAZAKHSTAN_YEARS } from "../../domain/draft/ready-kazakhstan.ts";
import { NUTS_YEAR } from "../../domain/draft/ready-nuts.ts";
import { READY_QUESTIONS, type ReadyQuestion } from "../../domain/draft/ready-question.ts";
import { Field } from "../form/field.tsx";
import type { Reader } from "../language/reader.ts";
import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";

/** Questions that are written already, to choose from. */
export function ReadyMade() {
  const reader = useReader();
  const { ready } = reader.text.draft;
  return (
    <Field id="ready" label={ready.label} hint={ready.hint}>
      {(described) => (
        <>
          <select id="ready" name="ready" {...described}>
            {READY_QUESTIONS.map((one) => (
              <option key={one} value={one}>
                {readyName(reader, one)}
              </option>
            ))}
          </select>
          <p class="buttons">
            <button class="secondary" type="submit" name="do" value="ready">
              {ready.add}
            </button>
          </p>
        </>
      )}
    </Field>
  );
}

/** What a ready-made question is called, with the year of its list. */
function readyName({ language, text }: Reader, question: ReadyQuestion): string {
  const { ready } = text.draft;
  if (question === "kazakhstan") return fill(ready.kazakhstan, { years: KAZAKHSTAN_YEARS });
  if (question === "age" || question === "gender") return ready[question];
  const state = question.slice("nuts-".length).toUpperCase();
  const country = new Intl.DisplayNames([language, "en"], { type: "region" }).of(state) ?? state;
  return fill(ready.nuts, { country, year: NUTS_YEAR });
}
