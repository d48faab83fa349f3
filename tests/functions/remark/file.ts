import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Row } from "./attacker.ts";

/** What DynamoDB Local has on the disk, as somebody reads it who has the file. */
export interface DatabaseFile {
  /** The rows of a table whose partition begins so. */
  rows(table: string, partition: string): Row[];
}

/** Opens the file in the folder of an installation. */
export function openFile(folder: string): DatabaseFile & { close(): void } {
  const [name = ""] = readdirSync(join(folder, "database")).filter((one) => one.endsWith(".db"));
  const file = new DatabaseSync(join(folder, "database", name), { readOnly: true });
  return {
    rows: (table, partition) =>
      file
        .prepare(`SELECT rowid AS written, ObjectJSON AS item FROM "${table}"`)
        .all()
        .map(({ written, item }) => rowOf(Number(written), item as Uint8Array))
        .filter(({ attributes }) => attributes["pk"]!.startsWith(partition))
        .map((row) => ({ ...row, attributes: said(row.attributes) })),
    close: () => file.close(),
  };
}

/** Without the key. */
const said = (attributes: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !/^[ps]k$/.test(name)));

function rowOf(written: number, item: Uint8Array): Row {
  const attributes = JSON.parse(Buffer.from(item).toString()) as Record<string, object>;
  return {
    id: (attributes["sk"] as { S: string }).S,
    written,
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => {
        const [inner] = Object.values(value) as unknown[];
        return [name, typeof inner === "string" ? inner : JSON.stringify(inner)];
      }),
    ),
  };
}
