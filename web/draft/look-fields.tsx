import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { useReader } from "../language/reader.ts";
import type { Editing } from "./editing.ts";
import { PlainField } from "./plain-field.tsx";
import { TextField } from "./text-field.tsx";

/** The colour of a consultation's pages, with a sample of it, and what its emblem shows. */
export function LookFields({ editing }: { editing: Editing }) {
  const { language, text } = useReader();
  const { edit, emblem, fields } = text.draft;
  const accent = editing.value("accent");
  return (
    <>
      <PlainField editing={editing} name="accent" label={fields.accent} />
      {/* Follows what is saved, as all that is live does. */}
      <p id="accent-sample" data-live data-accent={accent}>
        <span class="accent-sample">{edit.accentSample}</span>
      </p>
      <p>
        <a href={organisePath(ORGANISE.emblemPage, { id: editing.value("id"), lang: language })}>
          {emblem.change}
        </a>
      </p>
      {editing.value("emblem.file") === "" ? null : (
        <TextField editing={editing} rows={2} base="emblem.alt" label={fields["emblem.alt"]} />
      )}
    </>
  );
}
