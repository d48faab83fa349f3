import { useReader } from "../language/reader.ts";
import type { Editing } from "./editing.ts";
import { LookFields } from "./look-fields.tsx";
import { PlainField } from "./plain-field.tsx";
import { SaveHere } from "./save-here.tsx";
import { TextField } from "./text-field.tsx";

/** What the consultation is about, and where it comes from. */
export function WholeFields({ editing }: { editing: Editing }) {
  const { edit, fields, hints } = useReader().text.draft;
  const text = (base: "title" | "summary" | "source.title", rows: number, hint?: string) => (
    <TextField {...{ editing, base, rows }} label={fields[base]} {...(hint && { hint })} />
  );
  return (
    <section aria-labelledby="whole">
      <h2 id="whole">{edit.headings.whole}</h2>
      {text("title", 2)}
      {text("summary", 7, hints.prose)}
      {text("source.title", 2)}
      {(["source.publisher", "source.date", "source.isbn", "source.chapter"] as const).map(
        (name) => (
          <PlainField key={name} editing={editing} name={name} label={fields[name]} />
        ),
      )}
      {editing.value("continues.consultation") === "" ? null : (
        <PlainField
          editing={editing}
          name="continues.consultation"
          label={fields["continues.consultation"]}
          hint={hints["continues.consultation"]}
        />
      )}
      <SaveHere at="whole" />
    </section>
  );
}

/** Who asks, what becomes of the results, and who answers for the data. */
export function OrganiserFields({ editing }: { editing: Editing }) {
  const { edit, fields, hints } = useReader().text.draft;
  type Base = "name" | "contact" | "purpose" | "next" | "responsible" | "keptFor";
  const text = (part: Base, rows: number) => (
    <TextField
      {...{ editing, rows }}
      base={`organiser.${part}`}
      label={fields[`organiser.${part}`]}
      hint={hints[`organiser.${part}`]}
    />
  );
  const plain = (name: "organiser.nextBy" | "organiser.report") => (
    <PlainField editing={editing} name={name} label={fields[name]} />
  );
  return (
    <section aria-labelledby="organiser">
      <h2 id="organiser">{edit.headings.organiser}</h2>
      <p class="hint">{edit.organiserHint}</p>
      {text("name", 2)}
      {text("contact", 2)}
      {text("purpose", 5)}
      {text("next", 5)}
      {plain("organiser.nextBy")}
      {plain("organiser.report")}
      {text("responsible", 3)}
      {text("keptFor", 2)}
      <LookFields editing={editing} />
      <SaveHere at="organiser" />
    </section>
  );
}
