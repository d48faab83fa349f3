import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrangementOf } from "../../../domain/draft/import/arrangement.ts";
import { draftOfImported, type Imported } from "../../../domain/draft/import/imported.ts";
import { importJson } from "../../../domain/draft/import/json.ts";
import { importPasted } from "../../../domain/draft/import/pasted.ts";
import { templateColumns } from "../../../domain/draft/import/meaning.ts";
import { readSheets } from "../../../domain/draft/import/sheet.ts";
import { importTable } from "../../../domain/draft/import/table.ts";
import { definitionFile } from "../consultation/definition.ts";
import { sheetOf } from "./import/sheets.ts";

const TEMPLATE = templateColumns(["en", "ru", "kk"]);

const table = (...rows: string[][]) => {
  const sheet = sheetOf(rows);
  // As a form carries it from one step to the next.
  const { sheets } = readSheets(JSON.stringify({ sheets: [sheet], notes: [] }))!;
  return importTable(["ru"], sheets[0]!, arrangementOf(sheet, ["ru"]));
};

describe("whatever is imported, it never throws and is never half", () => {
  const wild = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "A1", "B2", "<b>", "=1+1", "текст", "a|b", "__proto__", "\u202E", "\uD800"),
  );
  /** Faults and places, or a draft that is taken as it is: each text again the same. */
  const isJudged = (imported: Imported) => {
    if (imported.faults.length > 0) return;
    expect(imported.items).not.toEqual([]);
    const draft = draftOfImported({ id: "x", title: "", languages: ["ru"] }, imported);
    for (const [index, { code, texts }] of imported.items.entries()) {
      expect(draft.fields[`recommendations.${index + 1}.code`]).toBe(code);
      for (const [name, text] of Object.entries(texts)) {
        expect(draft.fields[`recommendations.${index + 1}.${name}`]).toBe(text);
        expect(text.includes("\u202E") || text.includes("\0") || !text.isWellFormed()).toBe(false);
      }
    }
  };
  const isWhole = (read: object) => {
    expect(Object.keys(read)).toHaveLength(1);
    if ("faults" in read) expect(read.faults).not.toEqual([]);
  };

  test("tables", () => {
    const head = fc.oneof(
      fc.constant(TEMPLATE),
      fc.array(fc.oneof(fc.constantFrom(...TEMPLATE), wild), { maxLength: 8 }),
    );
    fc.assert(
      fc.property(
        head,
        fc.array(fc.array(wild, { maxLength: 12 }), { maxLength: 6 }),
        (first, rest) => isJudged(table(first, ...rest)),
      ),
      { numRuns: 300 },
    );
  });

  test("JSON, of our shape and of any", () => {
    fc.assert(fc.property(fc.oneof(fc.json(), wild), (text) => isWhole(importJson(text))));
    const places = Object.keys(draftPlaces());
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, value) => {
        const file = definitionFile() as unknown as Record<string, unknown>;
        put(file, place.split("/").slice(1), value);
        isWhole(importJson(JSON.stringify(file)));
      }),
      { numRuns: 500 },
    );
  });

  test("texts", () => {
    const line = fc.tuple(fc.constantFrom("", "1. ", "- ", "• "), wild).map((one) => one.join(""));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) =>
        isJudged(importPasted("ru", lines.join("\n"))),
      ),
      { numRuns: 300 },
    );
  });
});

/** Every place of a definition, as a JSON pointer. */
function draftPlaces(value: unknown = definitionFile(), at = ""): Record<string, true> {
  if (typeof value !== "object" || value === null) return { [at]: true };
  return Object.assign(
    at === "" ? {} : { [at]: true },
    ...Object.entries(value).map(([key, inner]) => draftPlaces(inner, `${at}/${key}`)),
  ) as Record<string, true>;
}

function put(holder: Record<string, unknown>, keys: string[], value: unknown): void {
  const last = keys.pop()!;
  const inner = keys.reduce((one, key) => one[key] as Record<string, unknown>, holder);
  inner[last] = value;
}
