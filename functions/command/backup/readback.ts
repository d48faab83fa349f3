/** What was restored, read again from the database and compared with the backup, item by item. */
import { createHash } from "node:crypto";
import { Complaint } from "../../local/complaint.ts";
import type { Database } from "../../store/database.ts";
import type { Item } from "../../store/damaged-item.ts";
import { isCount } from "../../store/keys.ts";
import { kindOf } from "../../store/kinds.ts";
import type { TableName } from "../../store/table.ts";
import { everyItem } from "../../store/whole-table.ts";

/** What a backup holds and no restored database gets: how far counting was, and why publication had stopped. */
export const isSaidAnew = (item: Item): boolean => isCount(item) || isStop(item);

const isStop = (item: Item): boolean => kindOf(item) === "stop";

/** The items that should be in a table, by key; of one that comes twice the later holds, as in the table. */
export class Expected {
  readonly #hashes = new Map<string, string>();

  add(items: readonly Item[]): void {
    for (const item of items) this.#hashes.set(keyOf(item), hashOf(item));
  }

  /** Whether an item is exactly one of them, or one that restoring puts beside them. */
  has(item: Item): boolean {
    return isStop(item) || this.#hashes.get(keyOf(item)) === hashOf(item);
  }

  /** Throws a `Complaint` at the first item of the table that is not as it was given, or when one is missing. */
  async compare(db: Database, table: TableName): Promise<void> {
    let found = 0;
    for await (const page of everyItem(db, table)) {
      for (const item of page) {
        if (!this.has(item)) throw differs(table);
        if (!isStop(item)) found += 1;
      }
    }
    if (found !== this.#hashes.size) throw differs(table);
  }
}

const differs = (table: TableName): Complaint =>
  new Complaint(
    `what was restored of ${table} is not what the backup holds; nothing was made of it`,
  );

const keyOf = (item: Item): string => `${item["pk"]?.S}\n${item["sk"]?.S}`;

/** Of the values alone: in which order attributes come is the database's affair. */
const hashOf = (item: Item): string =>
  createHash("sha256")
    .update(JSON.stringify(sorted(item)))
    .digest("base64");

function sorted(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inner]) => [name, sorted(inner)]);
}
