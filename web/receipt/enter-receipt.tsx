import { faultId, Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";

interface Props {
  /** From when changes count. */
  changes: string;
  receipt: string;
  /** It was refused; the page says why above. */
  refused: boolean;
  action: string;
  /** There may be texts beside the ratings. */
  hasTexts: boolean;
}

/** The field for a receipt. Enter opens the answers; withdrawing is never the default. */
export function EnterReceipt({ changes, receipt, refused, action, hasTexts }: Props) {
  const { rate, remark } = useReader().text;
  const texts = rate.receipt;
  return (
    <Form action={action} checkedBy="browser">
      <p>{texts.intro}</p>
      <Field
        id="receipt"
        label={texts.label}
        hint={texts.hint}
        describedBy={refused ? faultId("receipt") : undefined}
        refused={refused}
      >
        {(described) => (
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
            {...described}
          />
        )}
      </Field>
      <p class="hint">{texts.lost}</p>
      <p>{changes}</p>
      <p class="buttons">
        <button class="primary" type="submit" name="do" value="open">
          {texts.open}
        </button>
        {hasTexts ? (
          <button class="secondary" type="submit" name="do" value="texts">
            {remark.receipt.see}
          </button>
        ) : null}
      </p>
      <section class="withdraw" aria-labelledby="withdraw-heading">
        <h2 id="withdraw-heading">{texts.withdrawHeading}</h2>
        <p>{texts.undoes}</p>
        <p>{texts.undoesNot}</p>
        <button class="secondary" type="submit" name="do" value="withdraw">
          {texts.withdraw}
        </button>
      </section>
    </Form>
  );
}
