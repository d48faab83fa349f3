import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Language } from "../../domain/language.ts";
import { catalogueFor } from "../language/catalogue.ts";
import { fill, formatMoment, formatNumber } from "../text.ts";
import { wordsOf } from "./labels.ts";

/** Every file of an export, in the order in which they are told of. */
export const EXPORT_FILES = [
  "README.md",
  "ballots.csv",
  "ballots.parquet",
  "codebook.csv",
  "persons.csv",
  "load.sps",
  "load.do",
  "load.R",
  "load.py",
] as const;

/** Which export it is: one moment after closing. */
export interface ExportMoment {
  release: number;
  /** ISO 8601, as the next two. */
  releasedAt: string;
  closedAt: string;
  madeAt: string;
}

/** The text that says in a language what the files are, when they were made, and what to know before using them. */
export function readMe(
  definition: Consultation,
  at: ExportMoment,
  rows: number,
  language: Language,
): string {
  const reader = { language, text: catalogueFor(language) };
  const { files, warningHeading, warning } = reader.text.exports;
  const { readme } = files;
  const moment = (iso: string) => `${formatMoment(language, iso, definition.timeZone)} (${iso})`;
  const made = fill(readme.made, {
    made: moment(at.madeAt),
    closed: moment(at.closedAt),
    release: at.release,
    released: moment(at.releasedAt),
  });
  return [
    `# ${fill(readme.title, { title: wordsOf(reader, definition, definition.title) })}`,
    made,
    fill(readme.rows, { rows: formatNumber(language, rows) }),
    readme.scale,
    readme.mark,
    readme.names,
    readme.weights,
    readme.order,
    `## ${files.heading}`,
    EXPORT_FILES.map((name) => `- ${name}: ${files.what[name]}`).join("\n"),
    `## ${warningHeading}`,
    warning.map((sentence) => `- ${sentence}`).join("\n"),
    "",
  ].join("\n\n");
}
