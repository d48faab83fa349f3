import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import writeXlsxFile, { type SheetData } from "write-excel-file/node";
import { openedInRussian } from "../support/russian-office.ts";
import { resultsFolder } from "../support/results-folder.ts";
import { expectTool } from "../support/tools.ts";
import { few } from "./worlds.ts";

const office = await expectTool(
  "LibreOffice",
  "that the numbers of a workbook are numbers where decimals have a comma",
);

/**
 * The place of the workbook of a release: it is to be made here by the real maker of `results.<language>.xlsx`. Until then a
 * sheet with the cells of results.csv.
 */
async function workbook(folder: string): Promise<string> {
  const path = join(folder, "results.xlsx");
  await writeXlsxFile((await table(folder)) as unknown as SheetData).toFile(path);
  return path;
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/** The table as cells: numbers where a cell is one. */
async function table(folder: string): Promise<(string | number | null)[][]> {
  const rows: string[][] = parse(await readFile(join(folder, "results.csv")));
  return rows.map((row) =>
    row.map((cell) => (cell === "" ? null : NUMBER.test(cell) ? Number(cell) : cell)),
  );
}

describe.skipIf(office === undefined)("LibreOffice in Russian", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await resultsFolder(few(), await mkdtemp(join(tmpdir(), "kenes-workbook-")));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("shows the numbers of a workbook as numbers, with a comma", async () => {
    const path = await workbook(folder);
    const cells = await table(folder);
    const numbers = cells.flat().filter((cell) => typeof cell === "number");
    const fractions = numbers.filter((number) => !Number.isInteger(number));
    expect(fractions.length).toBeGreaterThan(100);

    const all = await openedInRussian(office!, path, "fods");
    const found = [
      ...all.matchAll(/<table:table-cell[^>]* office:value-type="float"[^>]*>/g),
    ].flatMap(([cell]) => {
      const [, value] = /office:value="([^"]*)"/.exec(cell)!;
      const [, times = "1"] = /number-columns-repeated="(\d+)"/.exec(cell) ?? [];
      return Array.from({ length: Number(times) }, () => Number(value));
    });
    expect(found).toEqual(numbers);

    const seen: string[][] = parse(await openedInRussian(office!, path, "csv"));
    const shown = seen.flat().filter((cell) => /^-?\d+,\d+$/.test(cell));
    expect(shown.map((cell) => Number(cell.replace(",", ".")))).toEqual(fractions);
    expect(seen.flat().filter((cell) => /^-?\d+\.\d+$/.test(cell))).toEqual([]);
  });
});
