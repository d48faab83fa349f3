import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keysOf } from "../../../domain/draft/draft.ts";
import { templateColumns } from "../../../domain/draft/import/columns.ts";
import { importJson } from "../../../domain/draft/import/json.ts";
import { importPasted } from "../../../domain/draft/import/pasted.ts";
import { importTable } from "../../../domain/draft/import/table.ts";
import { definitionFile } from "../consultation/definition.ts";

const TEMPLATE = templateColumns(["en", "ru", "kk"]);

const NEW = { id: "new-2027", original: "ru" as const };
const table = (...rows: string[][]) =>
  importTable(
    NEW,
    rows.map((cells, index) => ({ line: index + 1, cells })),
  );

describe("whatever is imported, it never throws and is never half", () => {
  const wild = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "A1", "B2", "<b>", "=1+1", "текст", "a|b", "__proto__", "\u202E", "\uD800"),
  );
  const isWhole = (read: object, count?: number) => {
    expect(Object.keys(read)).toHaveLength(1);
    if ("faults" in read) expect(read.faults).not.toEqual([]);
    else if (count !== undefined) {
      const { draft } = read as { draft: Parameters<typeof keysOf>[0] };
      expect(keysOf(draft, "recommendations")).toHaveLength(count);
    }
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
        (first, rest) =>
          isWhole(
            table(first, ...rest),
            rest.filter((cells) => cells.some((c) => c.trim())).length,
          ),
      ),
      { numRuns: 1_000 },
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
        isWhole(importPasted(NEW, lines.join("\n"))),
      ),
      { numRuns: 1_000 },
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
