import type { Consultation } from "../../domain/consultation/definition.ts";
import { ABOUT_COLUMNS, aboutRows, type ToldOfPersons } from "../../domain/export/ballots-table.ts";
import { wideColumns } from "../../domain/export/columns.ts";
import { loadDo } from "../../domain/export/load-do.ts";
import { loadPy } from "../../domain/export/load-py.ts";
import { loadR } from "../../domain/export/load-r.ts";
import { loadSps } from "../../domain/export/load-sps.ts";
import type { Language } from "../../domain/language.ts";
import { codebookRows } from "../../web/export/codebook-table.ts";
import { labelledColumns } from "../../web/export/labels.ts";
import { type ExportMoment, readMe } from "../../web/export/readme.ts";
import { csv } from "../csv.ts";

/** What stands beside the two tables: what they are, what their columns mean, and what opens them. Name and text. */
export function filesBeside(
  definition: Consultation,
  told: ToldOfPersons,
  at: ExportMoment,
  rows: number,
  language: Language,
): [name: string, text: string][] {
  const loaded = {
    columns: labelledColumns(wideColumns(definition), definition, language),
    heading: `Kenes, ${definition.id}, release ${at.release}, ${at.madeAt.slice(0, 10)}`,
    file: "ballots.csv",
  };
  const original = definition.languages[0]!;
  const read = language === original ? [language] : [language, original];
  return [
    ["README.md", read.map((one) => readMe(definition, at, rows, one)).join("\n")],
    ["codebook.csv", csv(codebookRows(definition))],
    ["persons.csv", csv([[...ABOUT_COLUMNS], ...aboutRows(definition, told)])],
    ["load.sps", loadSps(loaded)],
    ["load.do", loadDo(loaded)],
    ["load.R", loadR(loaded)],
    ["load.py", loadPy(loaded)],
  ];
}
