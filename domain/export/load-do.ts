import { MISSING_CODES, NO_OPINION_CODE, NOT_SHOWN_CODE, SKIPPED_CODE } from "./codes.ts";
import { type LabelledColumn, type Loaded, numbersOf } from "./labelled.ts";
import { commentLine, stataLabel, stataValueLabel } from "./quoting.ts";

/** Stata's missing values have letters, which keep apart why there is no answer. */
const LETTERS: Readonly<Record<number, string>> = {
  [NOT_SHOWN_CODE]: ".a",
  [NO_OPINION_CODE]: ".b",
  [SKIPPED_CODE]: ".c",
};

/** A Stata do-file (version 14 or later, which reads UTF-8) that reads the table with labels and missing values. */
export function loadDo({ columns, heading, file }: Loaded): string {
  const coded = numbersOf(columns);
  return [
    `* ${commentLine(heading)}`,
    "* Run it in the folder that it lies in: cd folder",
    "* In labels, quotation marks, apostrophes, backticks, backslashes, double strokes and dollar signs",
    "* are replaced by characters that look like them: Stata has no safe way to quote them.",
    "version 14",
    "clear",
    `import delimited using "${file}", varnames(1) case(preserve) encoding("utf-8") stringcols(1)`,
    "",
    ...columns.map(({ column, label }) => `label variable ${column.name} ${stataLabel(label)}`),
    "",
    ...coded.flatMap(({ column }) =>
      column.values.some(({ value }) => value < 0)
        ? [
            `mvdecode ${column.name}, mv(${MISSING_CODES.map((code) => `${code}=${LETTERS[code]}`).join(" \\ ")})`,
          ]
        : [],
    ),
    "",
    ...coded.flatMap(valueLabels),
    "",
  ].join("\n");
}

function valueLabels({ column, values }: LabelledColumn, place: number): string[] {
  // Not the variable's own name, which may be one letter too long for what Stata adds to it.
  const name = `values_${place + 1}`;
  return [
    ...column.values.map(
      ({ value }, index) =>
        `label define ${name} ${LETTERS[value] ?? value} ${stataValueLabel(values[index]!)}${index === 0 ? "" : ", add"}`,
    ),
    `label values ${column.name} ${name}`,
  ];
}
