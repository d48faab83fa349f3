import { LANGUAGES } from "../../domain/language.ts";
import { fill } from "../language/text.ts";
import { LANGUAGE_NAMES } from "../page/document.tsx";
import type { Editing } from "./editing.ts";
import { PlainField } from "./plain-field.tsx";
import { TextField } from "./text-field.tsx";

/** What the consultation is about, and where it comes from. */
export function WholeFields({ editing }: { editing: Editing }) {
  const { making } = editing.text;
  return (
    <section aria-labelledby="whole">
      <h2 id="whole">{making.edit.headings.whole}</h2>
      <TextField editing={editing} base="title" label={making.fields.title} rows={2} />
      <TextField editing={editing} base="summary" label={making.fields.summary} rows={7} />
      <TextField
        editing={editing}
        base="source.title"
        label={making.fields["source.title"]}
        rows={2}
      />
      {(["source.publisher", "source.date", "source.isbn", "source.chapter"] as const).map(
        (name) => (
          <PlainField key={name} editing={editing} name={name} label={making.fields[name]} />
        ),
      )}
      {LANGUAGES.map((language) => (
        <PlainField
          key={language}
          editing={editing}
          name={`translations.${language}`}
          label={fill(making.fields.translations, { language: LANGUAGE_NAMES[language] })}
        />
      ))}
    </section>
  );
}
