import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { FormToken } from "../organiser/console-page.tsx";
import type { ChangeFormProps } from "./change-one-form.tsx";
import { ExpiryField } from "./expiry-field.tsx";

/** Revokes every unused code of a group, or replaces them all; only when it is ticked that all are meant. */
export function ChangeAllForm(props: ChangeFormProps & { today: string }) {
  const { language, text, signedIn, consultation, group, wrong, today } = props;
  const words = text.invitation.group;
  const at = { id: consultation, lang: language };
  return (
    <form
      method="post"
      action={organisePath(ORGANISE.revokeInvitations, at)}
      autocomplete="off"
      noValidate
    >
      <FormToken signedIn={signedIn} />
      <input type="hidden" name="group" value={group} />
      <input type="hidden" name="all" value="yes" />
      {wrong.sure === undefined ? null : (
        <p class="field-fault" id="sure-wrong">
          {wrong.sure}
        </p>
      )}
      <label class="choice">
        <input
          type="checkbox"
          id="sure"
          name="sure"
          value="yes"
          aria-describedby={wrong.sure === undefined ? undefined : "sure-wrong"}
        />
        {words.sure}
      </label>
      <ExpiryField
        label={words.newExpiry}
        text={text}
        today={today}
        value=""
        wrong={wrong.expires}
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
    </form>
  );
}
