import { CODE_FORMS, LONGEST_LABEL } from "../../domain/invitation/group.ts";
import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill } from "../text.ts";
import { FormToken, type SignedIn } from "../organiser/console-page.tsx";
import { ReportField } from "../translation/report-field.tsx";
import { ExpiryField } from "./expiry-field.tsx";
import { type Entered, limitsIn, type WrongFields } from "./faults.ts";

interface Props {
  language: Language;
  text: Catalogue;
  signedIn: SignedIn;
  action: string;
  /** The id of the group that this form makes, so that sending it twice makes it once. */
  group: string;
  today: string;
  entered: Entered;
  wrong: WrongFields;
}

/** The form for new invitations. The server checks it: a browser would complain in its own language. */
export function MakeForm(props: Props) {
  const { language, text, signedIn, action, group, today, entered, wrong } = props;
  const { make } = text.invitation;
  const limits = limitsIn(language);
  return (
    <form method="post" action={action} autocomplete="off" noValidate>
      <FormToken signedIn={signedIn} />
      <input type="hidden" name="group" value={group} />
      <ReportField id="label" label={make.label} hint={make.labelHint} wrong={wrong.label}>
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
      </ReportField>
      <ReportField
        id="count"
        label={make.count}
        hint={fill(make.countHint, limits)}
        wrong={wrong.count}
      >
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
      </ReportField>
      <ReportField id="labels" label={make.labels} hint={make.labelsHint} wrong={wrong.labels}>
        {(described) => (
          <textarea id="labels" name="labels" rows={4} {...described}>
            {entered.labels}
          </textarea>
        )}
      </ReportField>
      <ExpiryField
        label={make.expires}
        text={text}
        today={today}
        value={entered.expires}
        wrong={wrong.expires}
      />
      <fieldset
        class="field"
        id="form"
        aria-describedby={wrong.form === undefined ? "form-hint" : "form-hint form-wrong"}
      >
        <legend>{make.form}</legend>
        <p class="hint" id="form-hint">
          {make.languageHint}
        </p>
        {wrong.form === undefined ? null : (
          <p class="field-fault" id="form-wrong">
            {wrong.form}
          </p>
        )}
        {CODE_FORMS.map((form) => (
          <label class="choice" key={form}>
            <input type="radio" name="form" value={form} checked={form === entered.form} />
            {make.forms[form]}
          </label>
        ))}
      </fieldset>
      <p class="notice">{make.once}</p>
      <button class="primary" type="submit">
        {make.send}
      </button>
    </form>
  );
}
