import type { Consultation } from "../../domain/consultation/definition.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";
import { type Entered, lengthIn, type WrongFields } from "./faults.ts";
import { PlaceOptions } from "./place-options.tsx";

/** Longer pastes are cut: a body over the limit of all forms would lose the whole text. */
const MOST_TYPED = 5_000;

interface Props {
  id: string;
  action: string;
  consultation: Consultation;
  entered: Entered;
  wrong: WrongFields;
}

/** The fields. The server checks them: a browser would complain in its own language, not the page's. */
export function ReportForm(props: Props) {
  const { language, text } = useReader();
  const texts = text.translation;
  const { id, action, consultation, entered, wrong } = props;
  return (
    <Form id={id} action={action} checkedBy="server">
      <Field id="place" label={texts.place} fault={wrong.place}>
        {(described) => (
          <select id="place" name="place" required {...described}>
            <PlaceOptions consultation={consultation} chosen={entered.place} />
          </select>
        )}
      </Field>
      <section class="promise" aria-labelledby="privacy-heading">
        <h2 id="privacy-heading">{texts.privacyHeading}</h2>
        <p id="nothing-personal">{texts.nothingPersonal}</p>
        <p>{texts.kept}</p>
      </section>
      <Field
        id="text"
        label={texts.text}
        hint={fill(texts.textHint, lengthIn(language))}
        describedBy="nothing-personal"
        fault={wrong.text}
      >
        {(described) => (
          <textarea
            id="text"
            name="text"
            rows={6}
            required
            maxLength={MOST_TYPED}
            autocomplete="off"
            {...described}
          >
            {entered.text}
          </textarea>
        )}
      </Field>
      <button class="primary" type="submit">
        {texts.send}
      </button>
    </Form>
  );
}
