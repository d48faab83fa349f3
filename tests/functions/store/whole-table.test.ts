import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { LOCAL_TABLES } from "../../../functions/local/services.ts";
import { sha256Bytes } from "../../../functions/secrets.ts";
import {
  everyItem,
  isEmpty,
  itemLine,
  itemOfLine,
  putItems,
  roughSize,
} from "../../../functions/store/whole-table.ts";
import { freshWorld } from "../../support/world.ts";

test("an item is the same after a line of JSON, whatever is in it", () => {
  const item = {
    pk: { S: "a\n\u2028“ә”" },
    n: { N: "12345678901234567890" },
    b: { B: Uint8Array.from(randomBytes(40)) },
    none: { NULL: true },
    yes: { BOOL: true },
    set: { SS: ["x", "y"] },
    several: { BS: [new Uint8Array([1]), new Uint8Array([2])] },
    list: { L: [{ B: new Uint8Array([3]) }, { S: "z" }] },
    map: { M: { deep: { M: { bytes: { B: new Uint8Array([0, 255]) } } }, text: { S: "" } } },
  };
  const line = itemLine(item);
  expect(line).not.toContain("\n");
  expect(itemOfLine(line)).toEqual(item);
  for (const text of ["", "{}", '{"Item":1}', '{"Item":{"a":1}}']) {
    expect(() => itemOfLine(text)).toThrow();
  }
});

test("a whole table is read in pages and written back where nothing is", async () => {
  const { db } = await freshWorld();
  expect(await isEmpty(db, "ballots")).toBe(true);
  // More than one page of a megabyte, and more than one request of 25.
  const items = Array.from({ length: 60 }, (_, index) => ({
    pk: { S: `x#${index % 3}` },
    sk: { S: String(index).padStart(3, "0") },
    bytes: { B: Uint8Array.from(randomBytes(30_000)) },
  }));
  await putItems(db, "ballots", items);
  const read = [];
  let pages = 0;
  for await (const page of everyItem(db, "ballots")) {
    read.push(...page);
    pages += 1;
  }
  expect(pages).toBeGreaterThan(1);
  const hashes = (all: Record<string, { S?: string; B?: Uint8Array }>[]) =>
    all.map(({ sk, bytes }) => `${sk?.S} ${sha256Bytes(bytes!.B!)}`).toSorted();
  expect(hashes(read as never)).toEqual(hashes(items));
  expect([await isEmpty(db, "ballots"), await roughSize(db, "ballots")]).toEqual([false, 60]);
  const nowhere = { ...db, tables: { ...LOCAL_TABLES, main: "nowhere" } };
  await expect(roughSize(nowhere, "main")).rejects.toThrow("non-existent table");
});
