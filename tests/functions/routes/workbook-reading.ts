import { readWorkbook } from "../../../functions/draft/import/workbook.ts";
import type { Sheet } from "../../../domain/draft/import/sheet.ts";
import { KAZAKHSTAN } from "../../support/world.ts";

/** Its titles begin as formulas do, and it is also held in a language that Kenes has no texts of. */
export const INJECTED = {
  ...KAZAKHSTAN,
  id: "injected",
  languages: [...KAZAKHSTAN.languages, "de"],
  translations: { ...KAZAKHSTAN.translations, de: "working" as const },
  recommendations: KAZAKHSTAN.recommendations.map((one, place) => ({
    ...one,
    title: {
      ...one.title,
      en: ["=HYPERLINK(1)", "+10 %", "-1", "@a", "＝1"][place] ?? "constructor",
    },
  })),
};

type Six<One> = [One, One, One, One, One, One];

/** The sheets of a release's workbook, and how to find in them what stands under a name of the CSV files. */
export function readReleaseWorkbook(bytes: Uint8Array) {
  const sheets = readWorkbook(bytes) as Six<Sheet>;
  const [readMe, recommendations, groups, gap, quality, codebook] = sheets;
  /** The head in a sheet of the column that has this name in the CSV files. */
  const headOf = (sheet: Sheet, name: string): string =>
    codebook.rows.find(({ cells }) => cells[0] === sheet.name && cells[6] === name)!.cells[2]!;
  /** The rows of a sheet: of each what stands in the column of that name. */
  const rowsOf = (sheet: Sheet) => {
    const [head, ...body] = sheet.rows;
    return body.map(
      ({ cells }) =>
        (name: string) =>
          cells[head!.cells.indexOf(headOf(sheet, name))] ?? "",
    );
  };
  return { sheets, readMe, recommendations, groups, gap, quality, codebook, rowsOf };
}

/** A figure as a reader shows it. */
export const written = (value: number | null | undefined): string =>
  value === null || value === undefined ? "" : String(value);
