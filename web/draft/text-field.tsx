import { MOST_UNITS } from "../../domain/draft/clean.ts";
import { languagesOf } from "../../domain/draft/draft.ts";
import type { Language } from "../../domain/language.ts";
import { describedBy } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";
import { languageName } from "../language/names.ts";
import { type Editing, fieldId } from "./editing.ts";
import { FieldNote, useNote } from "./field-note.tsx";
import { Seen } from "./plain-field.tsx";

interface Props {
  editing: Editing;
  base: string;
  label: string;
  /** Height of the field; a short text has one line. */
  rows?: number;
  hint?: string;
}

/** One text in all languages, side by side where there is room. */
export function TextField({ editing, base, label, rows = 1, hint }: Props) {
  const hintId = hint && `${fieldId(base)}-hint`;
  return (
    <fieldset class="texts">
      <legend>{label}</legend>
      {hint === undefined ? null : (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
      <div class="side-by-side">
        {languagesOf(editing.draft).map((language) => (
          <OneLanguage key={language} {...{ editing, base, language, rows, hintId }} />
        ))}
      </div>
    </fieldset>
  );
}

interface OneProps {
  editing: Editing;
  base: string;
  language: Language;
  rows: number;
  hintId: string | undefined;
}

function OneLanguage({ editing, base, language, rows, hintId }: OneProps) {
  const { draft } = useReader().text;
  const name = `${base}.${language}`;
  const id = fieldId(name);
  const value = editing.value(name);
  const note = useNote({ editing, name });
  const shared = {
    id,
    name,
    lang: language,
    dir: "auto" as const,
    readOnly: !editing.editable(name),
    maxLength: MOST_UNITS,
    ...note,
    "aria-describedby": describedBy(hintId, note["aria-describedby"]),
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
      <FieldNote {...{ editing, name }} />
      <Seen name={name} value={value} />
    </div>
  );
}
