import { LONGEST_LABEL } from "../../domain/invitation/group.ts";
import type { Language } from "../../domain/language.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { FormToken, type SignedIn } from "../organiser/console-page.tsx";
import { ReportField } from "../translation/report-field.tsx";

export interface ChangeFormProps {
  language: Language;
  text: Catalogue;
  signedIn: SignedIn;
  consultation: string;
  group: string;
  wrong: { which?: string; sure?: string; expires?: string };
}

/** Revokes one unused code of a group, or replaces it; which one is said by its label or the code. */
export function ChangeOneForm(props: ChangeFormProps) {
  const { language, text, signedIn, consultation, group, wrong } = props;
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
      <input type="hidden" name="all" value="no" />
      <ReportField id="which" label={words.one} hint={words.oneHint} wrong={wrong.which}>
        {(described) => (
          <input
            class="line-input"
            id="which"
            name="which"
            maxLength={LONGEST_LABEL}
            {...described}
          />
        )}
      </ReportField>
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
    </form>
  );
}
