import { LONGEST_LABEL } from "../../domain/invitation/group.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import type { SignedIn } from "../organiser/console-page.tsx";

export interface ChangeFormProps {
  signedIn: SignedIn;
  consultation: string;
  group: string;
  wrong: { which?: string; sure?: string; expires?: string };
}

/** Revokes one unused code of a group, or replaces it; which one is said by its label or the code. */
export function ChangeOneForm(props: ChangeFormProps) {
  const { language, text } = useReader();
  const { signedIn, consultation, group, wrong } = props;
  const words = text.invitation.group;
  const at = { id: consultation, lang: language };
  return (
    <Form
      action={organisePath(ORGANISE.revokeInvitations, at)}
      token={signedIn.formToken}
      hidden={{ group, all: "no" }}
      checkedBy="server"
    >
      <Field id="which" label={words.one} hint={words.oneHint} fault={wrong.which}>
        {(described) => (
          <input
            class="line-input"
            id="which"
            name="which"
            maxLength={LONGEST_LABEL}
            {...described}
          />
        )}
      </Field>
      <p class="buttons">
        <button class="secondary" type="submit">
          {words.revokeOne}
        </button>
        <button
          class="secondary"
          type="submit"
          formAction={organisePath(ORGANISE.replaceInvitations, at)}
        >
          {words.replaceOne}
        </button>
      </p>
    </Form>
  );
}
