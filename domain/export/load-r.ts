import { MISSING_CODES } from "./codes.ts";
import { type LabelledColumn, type Loaded, numbersOf } from "./labelled.ts";
import { commentLine, escaped } from "./quoting.ts";

/** An R script without packages: the table as numbers with NA, and beside it the same with words. */
export function loadR({ columns, heading, file }: Loaded): string {
  const coded = numbersOf(columns);
  return [
    `# ${commentLine(heading)}`,
    '# Run it in the folder that it lies in: setwd("folder"); source("load.R")',
    "# It makes: raw, as in the file; ballots, numbers with NA where there is no answer; words, factors with labels;",
    "# labels, what each column says.",
    "",
    `raw <- read.csv("${file}", colClasses = c(export_id = "character"))`,
    "",
    "labels <- c(",
    columns.map(({ column, label }) => `  ${column.name} = ${escaped(label)}`).join(",\n"),
    ")",
    "",
    "# What the numbers mean: each column's values with their labels.",
    "values <- list(",
    coded.map(valuesOf).join(",\n"),
    ")",
    "",
    `missing <- c(${MISSING_CODES.join(", ")})`,
    "ballots <- raw",
    "words <- raw",
    "for (name in names(values)) {",
    "  ballots[[name]][raw[[name]] %in% missing] <- NA",
    "  words[[name]] <- factor(raw[[name]], levels = values[[name]], labels = make.unique(names(values[[name]])))",
    "}",
    "for (name in names(labels)) {",
    '  attr(ballots[[name]], "label") <- labels[[name]]',
    '  attr(words[[name]], "label") <- labels[[name]]',
    "}",
    "rm(name)",
    "",
  ].join("\n");
}

const valuesOf = ({ column, values }: LabelledColumn): string =>
  [
    `  ${column.name} = c(`,
    column.values
      .map(({ value }, place) => `    ${escaped(values[place]!)} = ${value}`)
      .join(",\n"),
    "  )",
  ].join("\n");
