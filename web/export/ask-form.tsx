import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { languageName } from "../language/names.ts";
import { useReader } from "../language/reader.ts";
import { HaveRead } from "../organiser/have-read.tsx";
import { SecondPerson } from "../organiser/second-person.tsx";
import type { ExportProps } from "./view.ts";

/** Asking for an export, with the language of its labels where there are several. */
export function Ask({ view, signedIn, consultation }: ExportProps) {
  const { language, text } = useReader();
  const words = text.exports;
  const { asking, definition, request } = view;
  const { id } = consultation;
  const languages = definition?.languages ?? [];
  return (
    <section aria-labelledby="ask">
      <h2 id="ask">{words.askHeading}</h2>
      {asking === "alone" ? null : <SecondPerson id={id} closing={asking} />}
      {asking === "nobody-else" ? null : (
        <Form
          action={organisePath(ORGANISE.askExport, { id, lang: language })}
          token={signedIn.formToken}
        >
          {languages.length < 2 ? null : (
            <Field id="labels" label={words.labelsIn} hint={words.labelsHint}>
              {(described) => (
                <select id="labels" name="language" {...described}>
                  {languages.map((one) => (
                    <option key={one} value={one} selected={one === request?.language}>
                      {languageName(one, language)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          <HaveRead
            of="export"
            label={words.readWarning}
            missed={view.problem === "step-unconfirmed"}
          />
          <button class="danger" type="submit">
            {asking === "alone" ? words.ask : words.propose}
          </button>
        </Form>
      )}
    </section>
  );
}
