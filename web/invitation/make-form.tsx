import { CODE_FORMS, LONGEST_LABEL } from "../../domain/invitation/group.ts";
import type { Language } from "../../domain/language.ts";
import { describedBy, faultId, Field, FieldFault } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { languageName } from "../language/names.ts";
import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";
import type { SignedIn } from "../organiser/console-page.tsx";
import { ExpiryField } from "./expiry-field.tsx";
import { type Entered, limitsIn, type WrongFields } from "./faults.ts";

interface Props {
  signedIn: SignedIn;
  action: string;
  /** The id of the group that this form makes, so that sending it twice makes it once. */
  group: string;
  today: string;
  timeZone: string;
  /** Of the consultation, the original first. */
  languages: readonly Language[];
  entered: Entered;
  wrong: WrongFields;
}

/** The form for new invitations. The server checks it: a browser would complain in its own language. */
export function MakeForm(props: Props) {
  const { language, text } = useReader();
  const { signedIn, action, group, today, languages, entered, wrong } = props;
  const { make } = text.invitation;
  const limits = limitsIn(language);
  const own = languages.includes(language) ? language : languages[0];
  return (
    <Form action={action} token={signedIn.formToken} hidden={{ group }} checkedBy="server">
      <Field id="label" label={make.label} hint={make.labelHint} fault={wrong.label}>
        {(described) => (
          <input
            class="line-input"
            id="label"
            name="label"
            maxLength={LONGEST_LABEL}
            value={entered.label}
            {...described}
          />
        )}
      </Field>
      <Field id="count" label={make.count} hint={fill(make.countHint, limits)} fault={wrong.count}>
        {(described) => (
          <input
            class="line-input short"
            id="count"
            name="count"
            inputMode="numeric"
            value={entered.count}
            {...described}
          />
        )}
      </Field>
      <Field id="labels" label={make.labels} hint={make.labelsHint} fault={wrong.labels}>
        {(described) => (
          <textarea id="labels" name="labels" rows={4} {...described}>
            {entered.labels}
          </textarea>
        )}
      </Field>
      <ExpiryField
        label={make.expires}
        today={today}
        timeZone={props.timeZone}
        value={entered.expires}
        fault={wrong.expires}
      />
      <fieldset
        class="field"
        id="form"
        aria-describedby={describedBy(wrong.form && faultId("form"))}
      >
        <legend>{make.form}</legend>
        <FieldFault field="form" sentence={wrong.form} />
        {CODE_FORMS.map((form) => (
          <label class="choice" key={form}>
            <input type="radio" name="form" value={form} checked={form === entered.form} />
            {make.forms[form]}
          </label>
        ))}
      </fieldset>
      <Field id="language" label={make.language} hint={make.languageHint} fault={wrong.language}>
        {(described) => (
          <select id="language" name="language" {...described}>
            {languages.map((one) => (
              <option key={one} value={one} selected={one === (entered.language || own)} lang={one}>
                {languageName(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p class="notice">{make.once}</p>
      <button class="primary" type="submit">
        {make.send}
      </button>
    </Form>
  );
}
