import { languagesOf } from "../../domain/draft/draft.ts";
import { translationField } from "../../domain/draft/field.ts";
import { MOST_LANGUAGES } from "../../domain/language.ts";
import { Field } from "../form/field.tsx";
import { knownLanguages } from "../language/known.ts";
import { languageName } from "../language/names.ts";
import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";
import type { Editing } from "./editing.ts";
import { PlainField } from "./plain-field.tsx";
import { SaveHere } from "./save-here.tsx";

interface Props {
  editing: Editing;
  /** Whether languages may be added, moved and taken out. */
  open: boolean;
  /** What was entered as a language and is none. */
  refused: string | undefined;
}

/** The languages of a consultation, in their order, and whether each translation has been checked. */
export function LanguageFields({ editing, open, refused }: Props) {
  const { language, text } = useReader();
  const { edit, fields, original } = text.draft;
  const all = languagesOf(editing.draft);
  return (
    <section aria-labelledby="languages">
      <h2 id="languages">{edit.headings.languages}</h2>
      <p class="hint">{edit.languagesHint}</p>
      <ol>
        {all.map((one, index) => {
          const name = languageName(one, language);
          const button = (act: string, label: string) => (
            <button
              class="link-button"
              type="submit"
              name="do"
              value={`language ${act} ${one}`}
              aria-label={`${label}: ${name}`}
            >
              {label}
            </button>
          );
          return (
            <li key={one}>
              <p>
                {name} <code>{one}</code>
                {index === 0 ? ` (${original})` : ""}
              </p>
              {index === 0 ? null : (
                <PlainField
                  editing={editing}
                  name={translationField(one)}
                  label={fill(fields.translations, { language: name })}
                />
              )}
              {open && all.length > 1 ? (
                <p class="buttons">
                  {index === 0 ? null : button("up", index === 1 ? edit.makeOriginal : edit.up)}
                  {index === all.length - 1 || index === 0 ? null : button("down", edit.down)}
                  {button("remove", edit.remove)}
                </p>
              ) : null}
            </li>
          );
        })}
      </ol>
      {open && all.length < MOST_LANGUAGES ? (
        <>
          <Field
            id="newLanguage"
            label={edit.addLanguage}
            hint={edit.addLanguageHint}
            fault={refused === undefined ? undefined : edit.noLanguage}
          >
            {(described) => (
              <input
                type="text"
                id="newLanguage"
                name="newLanguage"
                value={refused ?? ""}
                list="languages-known"
                autocomplete="off"
                {...described}
              />
            )}
          </Field>
          <datalist id="languages-known">
            {knownLanguages(language).map((one) => (
              <option key={one}>{one}</option>
            ))}
          </datalist>
          <p class="buttons">
            <button class="secondary" type="submit" name="do" value="save languages">
              {edit.addLanguageButton}
            </button>
          </p>
        </>
      ) : null}
      <SaveHere at="languages" />
    </section>
  );
}
