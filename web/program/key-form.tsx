import type { Language } from "../../domain/language.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { NAME_LENGTH } from "../../domain/organiser/name.ts";
import { readRole, ROLES } from "../../domain/organiser/role.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import { LanguagesChoice, RoleChoice } from "../organiser/role-choice.tsx";
import type { SectionProps } from "../organiser/section-page.tsx";
import { fill, formatDay } from "../text.ts";

/** What was entered in order to make a key. */
export interface KeyEntered {
  name: string;
  role: string;
  languages: readonly string[];
  steps: boolean;
  expires: string;
}

/** What to do about each field, by its id. */
export type KeyFaults = Partial<Record<"name" | "role" | "languages" | "expires", string>>;

interface Props extends Pick<SectionProps, "signedIn" | "consultation"> {
  entered: KeyEntered;
  faults: KeyFaults;
  /** Of the consultation. */
  languages: readonly Language[];
  /** The last day that a key may have. */
  last: string;
}

/** A key is never its maker's equal: only people own. */
const KEY_ROLES = ROLES.filter((role) => role !== "owner");

/** The form that makes a key. */
export function KeyForm({ signedIn, consultation, entered, faults, languages, last }: Props) {
  const { language, text } = useReader();
  const words = text.programs.making;
  const named = { last: formatDay(language, last), zone: consultation.timeZone };
  return (
    <Form
      action={organisePath(ORGANISE.makeKey, { id: consultation.id, lang: language })}
      token={signedIn.formToken}
      checkedBy="server"
    >
      <Field id="name" label={words.name} hint={words.nameHint} fault={faults.name}>
        {(described) => (
          <input
            class="line-input"
            id="name"
            name="name"
            type="text"
            maxLength={NAME_LENGTH}
            value={entered.name}
            {...described}
          />
        )}
      </Field>
      <Field
        id="role"
        label={words.role}
        hint={words.roleHint}
        fault={faults.role ?? faults.languages}
      >
        {(described) => (
          <RoleChoice
            id="role"
            among={KEY_ROLES}
            chosen={readRole(entered.role) ?? "viewer"}
            described={described}
          />
        )}
      </Field>
      <LanguagesChoice id="role" among={languages} chosen={entered.languages} />
      <label class="choice">
        <input type="checkbox" name="steps" value="yes" checked={entered.steps} />
        <span>{words.steps}</span>
      </label>
      <Field
        id="expires"
        label={words.expires}
        hint={fill(words.expiresHint, named)}
        fault={faults.expires}
      >
        {(described) => (
          <input
            class="line-input short"
            id="expires"
            name="expires"
            type="date"
            value={entered.expires}
            {...described}
          />
        )}
      </Field>
      <button class="primary" type="submit">
        {words.send}
      </button>
    </Form>
  );
}
