import { readField } from "../../domain/draft/field.ts";
import { enteredDay, enteredMoment } from "../../domain/draft/moment.ts";
import type { Described } from "../form/field.tsx";
import { type Choice, isDay } from "./choices.ts";

interface Props extends Described {
  id: string;
  name: string;
  value: string;
  choices: readonly Choice[] | undefined;
  /** Only to be looked at. */
  fixed?: boolean;
  /** Height of the field where it holds text; 1 is a single line. */
  rows?: number;
}

/**
 * The control in which a field is entered: the browser's own for days and moments. What such a control
 * could not show, since it is no date, stands in a text field, so that it can be seen and mended.
 */
export function FieldInput({ value, choices, fixed = false, rows = 1, ...shared }: Props) {
  const { name } = shared;
  if (choices !== undefined) {
    return (
      <select {...shared} disabled={fixed}>
        {choices.map((one) => (
          <option key={one.value} value={one.value} selected={one.value === value}>
            {one.name}
          </option>
        ))}
      </select>
    );
  }
  const isMoment = readField(name)?.moment === true;
  if (rows > 1) {
    const lines = isMoment ? value.split("\n").map(enteredDay).join("\n") : value;
    // The browser drops a first line break, and with it an empty first line.
    return <textarea {...shared} readOnly={fixed} rows={rows}>{`\n${lines}`}</textarea>;
  }
  const moment = value === "" ? "" : enteredMoment(value);
  if (isMoment && moment !== undefined) {
    // To the second, or finer, only where an import was.
    const step = [undefined, "1", "0.001"][Number(moment.length > 16) + Number(moment.length > 19)];
    return <input {...shared} readOnly={fixed} type="datetime-local" step={step} value={moment} />;
  }
  const isDate = name === "source.date" && (value === "" || isDay(value));
  return isDate ? (
    <input {...shared} readOnly={fixed} type="date" value={value} />
  ) : (
    <input {...shared} readOnly={fixed} type="text" value={value} />
  );
}
