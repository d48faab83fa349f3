import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { createApp } from "../../../functions/app.ts";
import { workbookBytes } from "../../../functions/sheet/workbook.ts";
import { shownByLibreOffice } from "../../support/libreoffice.ts";
import { expectTool } from "../../support/tools.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { releasedWorld } from "../routes/released-world.ts";
import { INJECTED } from "../routes/workbook-reading.ts";

/* What LibreOffice shows on a computer that speaks Russian: texts in quotes, numbers without, with a comma. */

const office = await expectTool(
  "LibreOffice",
  "that the numbers of a workbook are numbers where decimals have a comma, and no text a formula",
);

const rowsOf = (csv: string): string[][] =>
  parse(csv, { delimiter: ";", relax_column_count: true });

describe.skipIf(office === undefined)("in LibreOffice", () => {
  let app: Awaited<ReturnType<typeof createApp>>;
  beforeAll(async () => {
    app = createApp(await releasedWorld([INJECTED]));
  });
  const shown = async (id: string, language: string) => {
    const answer = await app.request(`${apiPath(API.resultsXlsx, id)}?lang=${language}`);
    return shownByLibreOffice(office!, new Uint8Array(await answer.arrayBuffer()));
  };

  test("numbers of a release are numbers, and those of the release", async () => {
    const release = (await (
      await app.request(apiPath(API.results, KAZAKHSTAN.id))
    ).json()) as Release;
    const sheets = await shown(KAZAKHSTAN.id, "ru");
    expect(Object.keys(sheets)).toHaveLength(6);
    const text = sheets["Рекомендации"]!;
    const [head, ...rows] = rowsOf(text) as [string[], ...string[][]];
    const book = rowsOf(sheets["Описание столбцов"]!);
    const place = (name: string) =>
      head.indexOf(book.find((cells) => cells[0] === "Рекомендации" && cells[6] === name)![2]!);
    const means = release.recommendations.flatMap(({ panels }) => [
      panels.public.mean!,
      panels.expert.mean!,
    ]);
    expect(rows.map((cells) => cells[place("mean")])).toEqual(
      means.map((mean) => String(mean).replace(".", ",")),
    );
    // Not one number stands in quotes; dates do, and codes.
    expect(text.match(/"-?\d+(?:[.,]\d+)?"/g)).toBeNull();
    expect(sheets["О файле"]).toContain(`"${release.releasedAt} (ISO 8601, UTC)"`);
    for (const sheet of Object.values(sheets)) expect(sheet).not.toMatch(/#[A-ZА-Я]+[!?]|Err:\d/);
  });

  test("no text is a formula, nor is it in the CSV that somebody saves of it", async () => {
    const sheets = await shown(INJECTED.id, "en");
    const titles = new Set(rowsOf(sheets["Recommendations"]!).map((cells) => cells[1]));
    for (const title of ["'=HYPERLINK(1)", "'+10 %", "'-1", "'@a", "'＝1", "constructor"]) {
      expect(titles).toContain(title);
    }
  });

  test("every letter is what it was, and what looks like a number or a day is a text", async () => {
    const texts = [
      "=1+1",
      "+10 %",
      "@a",
      "_x0041_",
      "a\rb",
      "NUL \0",
      "constructor",
      "__proto__",
      "Қазақ",
      "👩‍👩‍👧",
      "العربية",
      "line\nline",
      ' "q"; x ',
      "4.5",
      "1e5",
      "TRUE",
      "2026-11-29",
    ];
    const rows = [["head"], ...texts.map((text) => [text])];
    const bytes = await workbookBytes([{ name: "a", columns: [{ width: 9 }], rows }], {
      exact: true,
    });
    const { a = "" } = await shownByLibreOffice(office!, bytes);
    expect(a).toBe(rows.map(([text]) => `"${text!.replaceAll('"', '""')}"\n`).join(""));
  });
});
