import { shownIn } from "../../domain/draft/clean.ts";
import { readField } from "../../domain/draft/field.ts";
import { enteredMoment } from "../../domain/draft/moment.ts";
import type { Described } from "../form/field.tsx";
import { type Choice, DAYS, isDay } from "./choices.ts";

interface Props extends Described {
  id: string;
  name: string;
  value: string;
  /** By whose clocks moments are entered and shown. */
  zone: string;
  choices: readonly Choice[] | undefined;
  /** Only to be looked at. */
  fixed?: boolean;
  /** Height of the field where it holds text; 1 is a single line. */
  rows?: number;
  /** The id of a list of values that are offered. */
  list?: string | undefined;
}

/**
 * The control in which a field is entered: the browser's own for days and moments. What such a control
 * could not show, since it is no date, stands in a text field, so that it can be seen and mended.
 */
export function FieldInput({ value, choices, zone, fixed = false, rows = 1, ...more }: Props) {
  const { list, ...shared } = more;
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
  const field = readField(name);
  const shown = field === undefined ? value : shownIn(field, value, zone);
  if (rows > 1) {
    // The browser drops a first line break, and with it an empty first line.
    return <textarea {...shared} readOnly={fixed} rows={rows}>{`\n${shown}`}</textarea>;
  }
  const isMoment = field?.moment === true && (value === "" || enteredMoment(value) !== undefined);
  if (isMoment) {
    // To the second, or finer, only where an import was.
    const step = [undefined, "1", "0.001"][Number(shown.length > 16) + Number(shown.length > 19)];
    return <input {...shared} readOnly={fixed} type="datetime-local" step={step} value={shown} />;
  }
  const isDate = DAYS.includes(name) && (value === "" || isDay(value));
  return isDate ? (
    <input {...shared} readOnly={fixed} type="date" value={value} />
  ) : (
    <input {...shared} list={list} readOnly={fixed} type="text" value={value} />
  );
}
