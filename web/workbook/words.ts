import type { HiddenReason } from "../../domain/disclosure/reasons.ts";
import type { CellValue } from "../../domain/release/table.ts";
import { namedGroupings } from "../groupings/group-names.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { reasonWords } from "../results/facts/hidden.ts";
import type { Given } from "./given.ts";

/** A column of a release's table whose values are codes with words of the pages. */
type Coded =
  | "panel"
  | "leaning"
  | "consensus"
  | "gap_size"
  | "gap_differs"
  | "view"
  | "change_clear"
  | "depends";

/** The words for a code in a column; the code itself where there are none. */
export function valueWords({ text }: Given, column: string, code: CellValue): string {
  const { results, workbook } = text;
  const words: Record<Coded, Readonly<Record<string, string>>> = {
    panel: text.common.panels,
    leaning: results.leaning,
    consensus: results.consensus,
    gap_size: results.gap.words,
    gap_differs: { true: workbook.yes, false: workbook.no },
    view: workbook.flagged.views,
    change_clear: { true: workbook.yes, false: workbook.no },
    depends: workbook.flagged.depends,
  };
  return column in words ? (words[column as Coded][code] ?? String(code)) : String(code);
}

/** Title and wording of recommendations, by their codes. */
export function recommendationWords(given: Given) {
  const { consultation } = given;
  const all = new Map(
    consultation.recommendations.map(({ code, title, statement }) => [
      code,
      {
        title: textOf(saidIn(given, consultation, title)),
        statement: textOf(saidIn(given, consultation, statement)),
      },
    ]),
  );
  return (code: CellValue | undefined) => all.get(String(code)) ?? { title: "", statement: "" };
}

/** Names of addressees, by their codes. */
export function addresseeWords(given: Given) {
  const { consultation } = given;
  const all = new Map(
    consultation.addressees.map(({ code, name }) => [
      code,
      textOf(saidIn(given, consultation, name)),
    ]),
  );
  return (code: CellValue | undefined): string => all.get(String(code)) ?? "";
}

/** A group of the public, by the codes of its question and option. */
export function groupWords(given: Given) {
  const all = new Map(namedGroupings(given).map((one) => [one.code, one]));
  return {
    question: (code: CellValue | undefined): string => {
      const named = all.get(String(code));
      return named === undefined ? String(code) : textOf(named.question);
    },
    option: (question: CellValue | undefined, code: CellValue | undefined): string => {
      const named = all.get(String(question));
      return named === undefined ? String(code) : textOf(named.label(String(code)));
    },
  };
}

/**
 * What the column `hidden` says, in words: which columns are empty and why, those of one reason together.
 * Made once of each text: thousands of rows hide the same.
 */
export function hiddenWords(given: Given) {
  const kept = new Map<CellValue | undefined, string>();
  const made = (cell: CellValue | undefined): string => {
    const columns = new Map<string, string[]>();
    for (const one of String(cell ?? "").split(" ")) {
      const [name = "", reason] = one.split("=");
      if (reason === undefined) continue;
      columns.set(reason, [...(columns.get(reason) ?? []), given.words(name).label]);
    }
    return [...columns]
      .map(([reason, names]) => `${names.join(", ")}: ${reasonOf(given, reason)}`)
      .join(" ");
  };
  return (cell: CellValue | undefined): string => {
    const words = kept.get(cell) ?? made(cell);
    kept.set(cell, words);
    return words;
  };
}

/** A reason in words; one that has none (of a later version) as it stands. */
const reasonOf = (given: Given, reason: string): string =>
  reason in given.text.results.hidden.reasons ? reasonWords(given, reason as HiddenReason) : reason;
