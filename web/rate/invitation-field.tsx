import type { Answer } from "./answers.ts";
import type { RateTexts } from "./view.ts";

interface Props {
  invitation: string;
  /** Open from the start; afterwards it is the reader's. */
  open: boolean;
  /** The stored ballot is an expert's already. */
  expert: boolean;
  texts: RateTexts;
  onAnswer: (answer: Answer) => void;
}

/** Where an invited expert enters the code. */
export function InvitationField({ invitation, open, expert, texts, onAnswer }: Props) {
  if (expert) return <p class="notice">{texts.form.alreadyExpert}</p>;
  return (
    <details class="invitation" id="invitation-part" open={open}>
      <summary>{texts.form.invitationSummary}</summary>
      <div class="field">
        <label for="invitation">{texts.form.invitation}</label>
        <p class="hint" id="invitation-hint">
          {texts.form.invitationHint}
        </p>
        <input
          class="code-input"
          type="text"
          id="invitation"
          name="invitation"
          value={invitation}
          maxLength={64}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby="invitation-hint"
          onInput={(event) => onAnswer({ do: "invite", invitation: event.currentTarget.value })}
        />
      </div>
    </details>
  );
}
