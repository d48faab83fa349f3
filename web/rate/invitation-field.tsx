import { describedBy, faultId, FieldFault } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";
import { ExpertsTold } from "./experts-told.tsx";

interface Props {
  invitation: string;
  /** The stored ballot is an expert's already. */
  expert: boolean;
  /** The experts' counts are published exactly. */
  exact: boolean;
  fault: string | undefined;
}

/** Where an invited expert enters the code, and reads beforehand what others will be able to see. */
export function InvitationField({ invitation, expert, exact, fault }: Props) {
  const text = useReader().text.rate.answers;
  return (
    <>
      <p class="notice" id="is-expert" hidden={!expert}>
        {exact ? `${text.alreadyExpert} ${text.expertsExact}` : text.alreadyExpert}
      </p>
      <details
        class="invitation"
        id="invitation-part"
        open={invitation !== "" || fault !== undefined}
        hidden={expert}
      >
        <summary>{text.invitationSummary}</summary>
        <ExpertsTold exact={exact} />
        <div class="field">
          <label for="invitation">{text.invitation}</label>{" "}
          <small class="hint" id="invitation-hint">
            {text.invitationHint}
          </small>
          <FieldFault field="invitation" sentence={fault} />
          <input
            class="code-input"
            type="text"
            id="invitation"
            name="invitation"
            value={invitation}
            maxLength={64}
            disabled={expert}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-invalid={fault === undefined ? undefined : true}
            aria-describedby={describedBy(fault && faultId("invitation"), "invitation-hint")}
          />
        </div>
      </details>
    </>
  );
}
