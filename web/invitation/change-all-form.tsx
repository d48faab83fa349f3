import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { faultId, FieldFault } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import type { ChangeFormProps } from "./change-one-form.tsx";
import { ExpiryField } from "./expiry-field.tsx";

/** Revokes every unused code of a group, or replaces them all; only when it is ticked that all are meant. */
export function ChangeAllForm(props: ChangeFormProps & { today: string; timeZone: string }) {
  const { language, text } = useReader();
  const { signedIn, consultation, group, wrong, today, timeZone } = props;
  const words = text.invitation.group;
  const at = { id: consultation, lang: language };
  return (
    <Form
      action={organisePath(ORGANISE.revokeInvitations, at)}
      token={signedIn.formToken}
      hidden={{ group, all: "yes" }}
      checkedBy="server"
    >
      <FieldFault field="sure" sentence={wrong.sure} />
      <label class="choice">
        <input
          type="checkbox"
          id="sure"
          name="sure"
          value="yes"
          aria-describedby={wrong.sure && faultId("sure")}
        />
        {words.sure}
      </label>
      <ExpiryField
        label={words.newExpiry}
        {...{ today, timeZone }}
        value=""
        fault={wrong.expires}
      />
      <p class="buttons">
        <button class="danger" type="submit">
          {words.revokeAll}
        </button>
        <button
          class="secondary"
          type="submit"
          formAction={organisePath(ORGANISE.replaceInvitations, at)}
        >
          {words.replaceAll}
        </button>
      </p>
    </Form>
  );
}
