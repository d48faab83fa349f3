import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { valueOf } from "../../../domain/draft/draft.ts";
import { getDraft } from "../../../functions/store/drafts.ts";
import { CATALOGUES } from "../../support/languages.ts";
import { packed, row, SHEET, text } from "../../support/spreadsheet.ts";
import type { SignedInOrganiser } from "../../support/signed-in.ts";
import { file, freshConsole } from "./console.ts";
import { importedOf, sent } from "./import/reading.ts";

let world: Awaited<ReturnType<typeof freshConsole>>;
let anna: SignedInOrganiser;
const { kinds } = CATALOGUES.en.draft.importing;

beforeAll(async () => {
  world = await freshConsole();
  anna = await world.organiser("Anna");
});

let number = 0;
const send = async (bytes: Uint8Array<ArrayBuffer>) => {
  const id = `sheet-${++number}`;
  const fields = { id, original: "ru", way: "file", file: file(bytes) };
  const answer = await world.create(anna, fields);
  const kept = await getDraft(world.services.db, id);
  const [refusal = ""] = /<div class="error-summary".*?<\/div>/s.exec(await answer.text()) ?? [];
  return { status: answer.status, refusal, draft: kept?.draft };
};

const HEAD = row(text("code") + text("title.ru"));

test("a spreadsheet as another program wrote it is read, of its first sheet", async () => {
  const bytes = await readFile(join(import.meta.dirname, "files/recommendations.xlsx"));
  const { items, faults } = importedOf(sent(bytes));
  expect(faults).toEqual([]);
  expect(items.map(({ texts }) => texts)).toMatchObject([
    {
      "title.ru": "Первая, «и»",
      "statement.ru": "Что делать & почему",
      "measures.ru": "м\nн",
    },
    // A word of it is bold.
    { "title.ru": "Вторая", "title.kk": "Екінші", "measures.ru": "одна\nдве" },
  ]);
});

test("cells are read by their places, and what is escaped as it was meant", async () => {
  const cells = `<c r="A3" t="inlineStr"><is><t>A1</t></is></c>
    <c r="C3" t="inlineStr"><is><r><t>&lt;не</t></r><r><t>т&gt;</t></r></is></c>`;
  const { status } = await send(packed(HEAD + row(cells, 3)));
  // A column without a heading is asked about.
  expect(status).toBe(200);
  const good = `<c r="A7" t="str"><v>A1</v></c><c r="B7" t="str"><v>Раз_x000D_&#x43;</v></c>`;
  const { draft } = await send(packed(HEAD + row(good, 7)));
  expect(valueOf(draft!, "recommendations.1.title.ru")).toBe("РазC");
});

describe("refused with the place, and nothing made:", () => {
  test.each<[string, () => Uint8Array<ArrayBuffer>, string, string?]>([
    [
      "a formula without a result",
      () => packed(HEAD + row(`${text("A1")}<c r="B2"><f>HYPERLINK(1)</f></c>`, 2)),
      kinds.formula,
      "Cell B2, column “title.ru”",
    ],
    [
      "a cell far to the right",
      () => packed(HEAD + row('<c r="XFD2"><v>1</v></c>', 2)),
      kinds["too-large-inside"],
    ],
    [
      "a megabyte of zeros packed small",
      () => packed(HEAD, { "xl/other.xml": new Uint8Array(40_000_000) }),
      kinds["too-large-inside"],
    ],
    [
      "too many rows",
      () =>
        packed(
          HEAD +
            Array.from({ length: 101 }, (_, at) =>
              row(text(`A${at + 1}`) + text("x"), at + 2),
            ).join(""),
        ),
      "recommendations: 101",
    ],
    ["no rows", () => packed(""), kinds.empty],
    [
      "no sheet",
      () => packed(HEAD, { "xl/_rels/workbook.xml.rels": "<Relationships/>" }),
      kinds["not-a-spreadsheet"],
    ],
    [
      "a document type with entities",
      () =>
        packed("", {
          [SHEET]: `<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData>${HEAD}</sheetData></worksheet>`,
        }),
      kinds["not-a-spreadsheet"],
    ],
    [
      "broken XML",
      () => packed("", { [SHEET]: "<worksheet><sheetData></worksheet>" }),
      kinds["not-a-spreadsheet"],
    ],
    [
      "bytes that are not text",
      () => packed("", { [SHEET]: new Uint8Array([60, 255, 254, 62]) }),
      kinds["not-a-spreadsheet"],
    ],
    ["a file cut in the middle", () => packed(HEAD).subarray(0, 300), kinds["not-a-spreadsheet"]],
    ["another ZIP file", () => zipSync({ "readme.txt": strToU8("x") }), kinds["not-a-spreadsheet"]],
  ])("%s", async (_, bytes, kind, place = "") => {
    const { status, refusal, draft } = await send(bytes());
    expect([status, draft]).toEqual([422, undefined]);
    expect(refusal).toContain(kind.split(".")[0]);
    expect(refusal).toContain(place);
  });
});
