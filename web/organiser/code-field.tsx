interface Props {
  label: string;
  hint: string;
  value: string;
  /** Filled in by the script from the address's fragment, which no browser sends. */
  fromFragment?: boolean;
  refused?: boolean;
}

/** The field for a code of 16 characters. */
export const CodeField = ({ label, hint, value, fromFragment = false, refused = false }: Props) => (
  <div class="field">
    <label for="code">{label}</label>
    <p class="hint" id="code-hint">
      {hint}
    </p>
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
      aria-invalid={refused ? true : undefined}
      aria-describedby={refused ? "refusal code-hint" : "code-hint"}
    />
  </div>
);
