import { faultId } from "../rate/answers/anchors.ts";
import type { Catalogue } from "../language/catalogue.ts";

interface Props {
  texts: Catalogue["rate"]["receipt"];
  /** From when changes count. */
  changes: string;
  receipt: string;
  /** It was refused; the page says why above. */
  refused: boolean;
  action: string;
}

/** The field for a receipt. Enter opens the answers; withdrawing is never the default. */
export function EnterReceipt({ texts, changes, receipt, refused, action }: Props) {
  return (
    <form method="post" action={action} autocomplete="off">
      <p>{texts.intro}</p>
      <div class="field">
        <label for="receipt">{texts.label}</label>
        <p class="hint" id="receipt-hint">
          {texts.hint}
        </p>
        <input
          class="code-input"
          type="text"
          id="receipt"
          name="receipt"
          value={receipt}
          required
          maxLength={80}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-invalid={refused ? true : undefined}
          aria-describedby={refused ? `${faultId("receipt")} receipt-hint` : "receipt-hint"}
        />
      </div>
      <p class="hint">{texts.lost}</p>
      <p>{changes}</p>
      <button class="primary" type="submit" name="do" value="open">
        {texts.open}
      </button>
      <section class="withdraw" aria-labelledby="withdraw-heading">
        <h2 id="withdraw-heading">{texts.withdrawHeading}</h2>
        <p>{texts.undoes}</p>
        <p>{texts.undoesNot}</p>
        <button class="secondary" type="submit" name="do" value="withdraw">
          {texts.withdraw}
        </button>
      </section>
    </form>
  );
}
