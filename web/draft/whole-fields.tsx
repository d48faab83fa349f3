import { languagesOf } from "../../domain/draft/draft.ts";
import { translationField } from "../../domain/draft/field.ts";
import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";
import { languageName } from "../language/names.ts";
import type { Editing } from "./editing.ts";
import { PlainField } from "./plain-field.tsx";
import { TextField } from "./text-field.tsx";

/** What the consultation is about, and where it comes from. */
export function WholeFields({ editing }: { editing: Editing }) {
  const { draft } = useReader().text;
  return (
    <section aria-labelledby="whole">
      <h2 id="whole">{draft.edit.headings.whole}</h2>
      <TextField editing={editing} base="title" label={draft.fields.title} rows={2} />
      <TextField editing={editing} base="summary" label={draft.fields.summary} rows={7} />
      <TextField
        editing={editing}
        base="source.title"
        label={draft.fields["source.title"]}
        rows={2}
      />
      {(["source.publisher", "source.date", "source.isbn", "source.chapter"] as const).map(
        (name) => (
          <PlainField key={name} editing={editing} name={name} label={draft.fields[name]} />
        ),
      )}
      {languagesOf(editing.draft)
        .slice(1)
        .map((language) => (
          <PlainField
            key={language}
            editing={editing}
            name={translationField(language)}
            label={fill(draft.fields.translations, { language: languageName(language) })}
          />
        ))}
    </section>
  );
}
