import { MISSING_CODES } from "./codes.ts";
import { type LabelledColumn, type Loaded, numbersOf } from "./labelled.ts";
import { commentLine, escaped } from "./quoting.ts";

/** A Python script with pandas: the table as numbers with NA, and beside it the same with words. */
export function loadPy({ columns, heading, file }: Loaded): string {
  const coded = numbersOf(columns);
  return [
    `# ${commentLine(heading)}`,
    "# It makes: raw, as in the file; ballots, numbers with NA where there is no answer; words, categories with labels;",
    "# labels, what each column says.",
    "from pathlib import Path",
    "",
    "import pandas as pd",
    "",
    `raw = pd.read_csv(Path(__file__).with_name("${file}"), dtype={"export_id": str})`,
    "",
    "labels = {",
    ...columns.map(({ column, label }) => `    "${column.name}": ${escaped(label)},`),
    "}",
    "",
    "# What the numbers mean: each column's values with their labels.",
    "values = {",
    ...coded.flatMap(valuesOf),
    "}",
    "",
    `missing = [${MISSING_CODES.join(", ")}]`,
    "ballots = raw.copy()",
    "words = raw.copy()",
    "for name, meanings in values.items():",
    '    ballots[name] = raw[name].astype("Int16").mask(raw[name].isin(missing))',
    "    # Two values may have the same words: then their numbers keep them apart.",
    "    said = list(meanings.values())",
    '    once = {v: m if said.count(m) == 1 else f"{m} ({v})" for v, m in meanings.items()}',
    "    words[name] = pd.Categorical(raw[name].map(once), categories=list(once.values()))",
    'ballots.attrs["labels"] = words.attrs["labels"] = labels',
    "",
  ].join("\n");
}

const valuesOf = ({ column, values }: LabelledColumn): string[] => [
  `    "${column.name}": {`,
  ...column.values.map(({ value }, place) => `        ${value}: ${escaped(values[place]!)},`),
  "    },",
];
