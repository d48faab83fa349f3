import { MISSING_CODES } from "./codes.ts";
import { type LabelledColumn, type Loaded, numbersOf } from "./labelled.ts";
import { commentLine, spssLabel, spssValueLabel } from "./quoting.ts";

/** Names on one line of a list: lines stay far under what older versions read. */
const NAMES = 6;

/**
 * SPSS syntax that reads the table with its labels and missing values. Kept to what PSPP runs too. Lines inside of a
 * command are indented: in a batch a line that begins at the margin begins a command.
 */
export function loadSps({ columns, heading, file }: Loaded): string {
  const coded = numbersOf(columns);
  const rated = coded.filter(({ column }) => column.values.some(({ value }) => value < 0));
  return [
    `* ${commentLine(heading)}.`,
    `* Set the folder of this file as the working directory first: CD 'folder'.`,
    "",
    "GET DATA",
    "  /TYPE=TXT",
    `  /FILE='${file}'`,
    "  /ARRANGEMENT=DELIMITED",
    "  /DELCASE=LINE",
    "  /FIRSTCASE=2",
    "  /DELIMITERS=','",
    "  /VARIABLES=",
    ...columns.map(
      ({ column }) => `    ${column.name} ${column.values.length > 0 ? "F4.0" : "A13"}`,
    ),
    "  .",
    "",
    ...columns.map(({ column, label }) => `VARIABLE LABELS ${column.name}\n  ${spssLabel(label)}.`),
    "",
    ...coded.flatMap(valueLabels),
    "",
    "MISSING VALUES",
    ...lines(rated),
    `  (${MISSING_CODES.join(", ")}).`,
    "",
    "EXECUTE.",
    "",
  ].join("\n");
}

const valueLabels = ({ column, values }: LabelledColumn): string[] => [
  `VALUE LABELS ${column.name}`,
  ...column.values.map(
    ({ value }, place) =>
      `  ${value} ${spssValueLabel(values[place]!)}${place === values.length - 1 ? "." : ""}`,
  ),
];

function lines(columns: readonly LabelledColumn[]): string[] {
  const names = columns.map(({ column }) => column.name);
  return Array.from(
    { length: Math.ceil(names.length / NAMES) },
    (_, line) => `  ${names.slice(line * NAMES, (line + 1) * NAMES).join(" ")}`,
  );
}
