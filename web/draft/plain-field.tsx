import { readField } from "../../domain/draft/field.ts";
import { markOf } from "../../domain/draft/mark.ts";
import { describedBy, Field } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";
import { type Choice, choicesOf } from "./choices.ts";
import { type Editing, fieldId } from "./editing.ts";
import { FieldInput } from "./field-input.tsx";
import { FieldNote, useNote } from "./field-note.tsx";

interface Props {
  editing: Editing;
  name: string;
  label: string;
  /** One line for each value. */
  lines?: boolean;
  /** What to choose from where that depends on the draft. */
  among?: readonly Choice[];
  hint?: string | undefined;
  /** The id of the list that a browser offers while something is typed. */
  list?: string;
}

/** A field that says the same in every language. */
export function PlainField({ editing, name, label, lines = false, among, hint, list }: Props) {
  const { text } = useReader();
  const id = fieldId(name);
  const value = editing.value(name);
  const fixed = !editing.editable(name);
  const isMoment = !lines && readField(name)?.moment === true;
  const note = useNote({ editing, name });
  // Once it is open, no translation becomes the original.
  const choices = (among ?? choicesOf(text, name))?.filter(
    (one) => fixed || editing.editable(name, one.value),
  );
  return (
    <>
      <Field
        id={id}
        label={label}
        hint={isMoment ? fill(text.draft.edit.zoneHint, { zone: editing.zone }) : hint}
      >
        {(described) => (
          <FieldInput
            {...{ id, name, value, choices, fixed, list }}
            {...note}
            aria-describedby={describedBy(described["aria-describedby"], note["aria-describedby"])}
            zone={editing.zone}
            rows={lines ? 4 : 1}
          />
        )}
      </Field>
      <FieldNote {...{ editing, name }} />
      <Seen name={name} value={value} />
    </>
  );
}

/** What an organiser saw in a field: the mark of it, so that nobody overwrites what they never saw. */
export const Seen = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={`seen.${name}`} value={markOf(value)} />
);
