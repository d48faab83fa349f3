import { markOf } from "../../domain/making/mark.ts";
import { type Editing, fieldId } from "./editing.ts";

interface Props {
  editing: Editing;
  name: string;
  label: string;
  /** One line for each value. */
  lines?: boolean;
  choices?: readonly { value: string; name: string }[] | undefined;
}

/** A field that says the same in every language. */
export function PlainField({ editing, name, label, lines = false, choices }: Props) {
  const id = fieldId(name);
  const value = editing.value(name);
  const wrong = editing.wrong(name);
  const shared = {
    id,
    name,
    ...(editing.editable(name)
      ? {}
      : choices === undefined
        ? { readOnly: true }
        : { disabled: true }),
    "aria-describedby": wrong === undefined ? undefined : `${id}-wrong`,
    "aria-invalid": wrong === undefined ? undefined : ("true" as const),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {wrong === undefined ? null : (
        <p class="field-fault" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
      {choices !== undefined ? (
        <select {...shared}>
          {choices.map((one) => (
            <option key={one.value} value={one.value} selected={one.value === value}>
              {one.name}
            </option>
          ))}
        </select>
      ) : lines ? (
        // The browser drops a first line break, and with it an empty first line.
        <textarea {...shared} rows={4}>{`\n${value}`}</textarea>
      ) : (
        <input {...shared} type="text" value={value} />
      )}
      <Seen name={name} value={value} />
    </div>
  );
}

/** What an organiser saw in a field: the mark of it, so that nobody overwrites what they never saw. */
export const Seen = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={`seen.${name}`} value={markOf(value)} />
);
