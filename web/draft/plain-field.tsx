import { isTimeZone } from "../../domain/consultation/time-zone.ts";
import { readField } from "../../domain/draft/field.ts";
import { enteredMoment } from "../../domain/draft/moment.ts";
import { markOf } from "../../domain/draft/mark.ts";
import { Field } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";
import { formatMoment } from "../text.ts";
import { type Choice, choicesOf } from "./choices.ts";
import { type Editing, fieldId } from "./editing.ts";
import { FieldInput } from "./field-input.tsx";

interface Props {
  editing: Editing;
  name: string;
  label: string;
  /** One line for each value. */
  lines?: boolean;
  /** What to choose from where that depends on the draft. */
  among?: readonly Choice[];
  hint?: string;
}

/** A field that says the same in every language. */
export function PlainField({ editing, name, label, lines = false, among, hint }: Props) {
  const { language, text } = useReader();
  const { edit } = text.draft;
  const id = fieldId(name);
  const value = editing.value(name);
  const fixed = !editing.editable(name);
  const isMoment = !lines && readField(name)?.moment === true;
  const zone = editing.value("timeZone");
  const inZone =
    isMoment && isTimeZone(zone) && zone !== "UTC" && enteredMoment(value) !== undefined
      ? formatMoment(language, value, zone)
      : undefined;
  // Once it is open, no translation becomes the original.
  const choices = (among ?? choicesOf(text, name))?.filter(
    (one) => fixed || editing.editable(name, one.value),
  );
  return (
    <>
      <Field
        id={id}
        label={label}
        hint={isMoment ? edit.utcHint : hint}
        describedBy={inZone && `${id}-zone`}
        fault={editing.wrong(name)}
      >
        {(described) => (
          <>
            <FieldInput
              {...{ id, name, value, choices, fixed }}
              {...described}
              rows={lines ? 4 : 1}
            />
            {inZone === undefined ? null : (
              <p class="hint" id={`${id}-zone`}>
                {`= ${inZone}`}
              </p>
            )}
          </>
        )}
      </Field>
      <Seen name={name} value={value} />
    </>
  );
}

/** What an organiser saw in a field: the mark of it, so that nobody overwrites what they never saw. */
export const Seen = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={`seen.${name}`} value={markOf(value)} />
);
