import { type Language, MOST_LANGUAGES, readLanguage } from "../../language.ts";
import type { ImportFault } from "./fault.ts";

const PLAIN_COLUMNS = ["code", "addressee"] as const;
const TEXT_COLUMNS = ["title", "statement", "measures"] as const;

/** What one column of a table holds. */
export type Column =
  | { name: string; part: (typeof PLAIN_COLUMNS)[number]; language: undefined }
  | { name: string; part: (typeof TEXT_COLUMNS)[number]; language: Language };

/** The columns of the template for some languages, in order. */
export const templateColumns = (languages: readonly Language[]): string[] => [
  ...PLAIN_COLUMNS,
  ...TEXT_COLUMNS.flatMap((part) => languages.map((language) => `${part}.${language}`)),
];

/** The languages of a table, the original first. */
export const languagesIn = (columns: readonly Column[], original: Language): Language[] => [
  ...new Set([original, ...columns.flatMap(({ language }) => language ?? [])]),
];

/** Reads the first line of a table. A column `title` without a language is in the original's. */
export function readColumns(
  cells: readonly string[],
  original: Language,
): { columns: Column[] } | { faults: ImportFault[] } {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const faults: ImportFault[] = [];
  const fault = (index: number, kind: ImportFault["kind"]) =>
    faults.push({ place: { row: 1, column: String(index + 1) }, kind });
  const columns = names.map((name, index): Column | undefined => {
    const column = readColumn(name, original);
    if (column === undefined) fault(index, "unknown");
    else if (names.some((other, at) => at < index && isSame(readColumn(other, original), column))) {
      fault(index, "repeated");
    }
    return column;
  });
  if (new Set(names.map((name) => name.split(".")[1] ?? "")).size > MOST_LANGUAGES + 1) {
    return { faults: [{ place: { row: 1, column: undefined }, kind: "too-many" }] };
  }
  const known = columns.filter((column) => column !== undefined);
  for (const needed of ["code", "title"]) {
    if (known.some(({ part }) => part === needed)) continue;
    faults.push({ place: { row: 1, column: needed }, kind: "columns-missing" });
  }
  return faults.length > 0 ? { faults } : { columns: known };
}

function readColumn(name: string, original: Language): Column | undefined {
  const [part = "", code, ...rest] = name.split(".");
  const plain = PLAIN_COLUMNS.find((one) => one === part);
  if (plain !== undefined) {
    return code === undefined ? { name, part: plain, language: undefined } : undefined;
  }
  const text = TEXT_COLUMNS.find((one) => one === part);
  const language = code === undefined ? original : readLanguage(code);
  if (text === undefined || language === undefined || rest.length > 0) return undefined;
  return { name, part: text, language };
}

const isSame = (one: Column | undefined, other: Column): boolean =>
  one?.part === other.part && one.language === other.language;
