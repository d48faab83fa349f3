import { Field } from "../form/field.tsx";

interface Props {
  label: string;
  hint: string;
  value: string;
  /** Filled in by the script from the address's fragment, which no browser sends. */
  fromFragment?: boolean;
  refused?: boolean;
}

/** The field for a code of 16 characters; what is wrong with it stands in the refusal. */
export const CodeField = ({ label, hint, value, fromFragment = false, refused = false }: Props) => (
  <Field
    id="code"
    label={label}
    hint={hint}
    describedBy={refused ? "refusal" : undefined}
    refused={refused}
  >
    {(described) => (
      <input
        class="code-input"
        type="text"
        id="code"
        name="code"
        value={value}
        required
        maxLength={60}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        data-from-fragment={fromFragment ? "" : undefined}
        {...described}
      />
    )}
  </Field>
);
