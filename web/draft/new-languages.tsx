import { commonLanguages } from "../language/names.ts";
import { useReader } from "../language/reader.ts";
import { Field } from "../form/field.tsx";

interface Props {
  entered: {
    original: string;
    otherOriginal: string;
    languages: readonly string[];
    moreLanguages: string;
  };
  fault: string | undefined;
}

/** In which language the texts are written, and into which they shall be translated: any there is. */
export function NewLanguages({ entered, fault }: Props) {
  const { text } = useReader();
  const words = text.draft.importing;
  const all = commonLanguages(text.language);
  const tag = (name: "otherOriginal" | "moreLanguages", label: string, hint?: string) => (
    <Field id={name} label={label} hint={hint}>
      {(described) => (
        <input
          class="text-input"
          id={name}
          name={name}
          type="text"
          value={entered[name]}
          maxLength={200}
          autocapitalize="none"
          spellcheck={false}
          {...described}
        />
      )}
    </Field>
  );
  const isMore = entered.languages.length > 0 || entered.moreLanguages !== "";
  return (
    <>
      <Field id="original" label={words.original} fault={fault}>
        {(described) => (
          <select id="original" name="original" {...described}>
            {all.map(([one, name]) => (
              <option key={one} value={one} selected={one === entered.original}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <details open={isMore || entered.otherOriginal !== ""}>
        <summary>{words.further}</summary>
        <fieldset aria-describedby="further-hint">
          <legend class="visually-hidden">{words.further}</legend>
          <p class="hint" id="further-hint">
            {words.furtherHint}
          </p>
          <div class="language-list">
            {all.map(([one, name]) => (
              <label key={one} class="choice">
                <input
                  type="checkbox"
                  name="language"
                  value={one}
                  checked={entered.languages.includes(one)}
                />{" "}
                {name}
              </label>
            ))}
          </div>
        </fieldset>
        {tag("moreLanguages", words.moreLanguages)}
        {tag("otherOriginal", words.otherOriginal, words.otherOriginalHint)}
      </details>
    </>
  );
}
