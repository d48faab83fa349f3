import { MOST_UNITS } from "../../domain/draft/clean.ts";
import { languagesOf } from "../../domain/draft/draft.ts";
import type { Language } from "../../domain/language.ts";
import { faultId, FieldFault } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";
import { languageName } from "../language/names.ts";
import { type Editing, fieldId } from "./editing.ts";
import { Seen } from "./plain-field.tsx";

interface Props {
  editing: Editing;
  base: string;
  label: string;
  /** Height of the field; a short text has one line. */
  rows?: number;
}

/** One text in all languages, side by side where there is room. */
export const TextField = ({ editing, base, label, rows = 1 }: Props) => (
  <fieldset class="texts">
    <legend>{label}</legend>
    <div class="side-by-side">
      {languagesOf(editing.draft).map((language) => (
        <OneLanguage key={language} {...{ editing, base, language, rows }} />
      ))}
    </div>
  </fieldset>
);

interface OneProps {
  editing: Editing;
  base: string;
  language: Language;
  rows: number;
}

function OneLanguage({ editing, base, language, rows }: OneProps) {
  const { draft } = useReader().text;
  const name = `${base}.${language}`;
  const id = fieldId(name);
  const value = editing.value(name);
  const stale = editing.stale.has(name);
  const wrong =
    editing.wrong(name) ??
    (editing.missing.has(name) ? draft.edit.missing : stale ? draft.edit.stale : undefined);
  const shared = {
    id,
    name,
    lang: language,
    readOnly: !editing.editable(name),
    maxLength: MOST_UNITS,
    "aria-describedby": wrong && faultId(id),
    "aria-invalid": editing.wrong(name) === undefined ? undefined : ("true" as const),
  };
  return (
    <div class="field">
      <label for={id}>
        {languageName(language)}
        {language === editing.original ? ` (${draft.original})` : ""}
      </label>
      {rows === 1 ? (
        <input {...shared} type="text" value={value} />
      ) : (
        <textarea {...shared} rows={rows}>{`\n${value}`}</textarea>
      )}
      <FieldFault field={id} sentence={wrong} />
      {stale && editing.editable(name) ? (
        <button class="link-button" type="submit" name="do" value={`confirm ${name}`}>
          {draft.edit.confirm}
        </button>
      ) : null}
      <Seen name={name} value={value} />
    </div>
  );
}
