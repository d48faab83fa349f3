/**
 * A whole table, for copies of it: read a page at a time, strongly consistent, and written back where nothing
 * is. What is written while a table is read may be in the copy as it was before or after; nothing that was
 * there before the reading began, and stayed, is missing.
 */
import {
  type AttributeValue,
  BatchWriteItemCommand,
  DescribeTableCommand,
  paginateScan,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Database } from "./database.ts";
import type { Item } from "./damaged-item.ts";
import type { TableName } from "./table.ts";

/** Most writes of one request. */
const MOST_AT_ONCE = 25;
/** How often what a busy table did not take is sent again. */
const TRIES = 10;

/** About how many items a table has; AWS counts every six hours. Throws `ResourceNotFoundException` where it is not. */
export async function roughSize(db: Database, table: TableName): Promise<number> {
  const command = new DescribeTableCommand({ TableName: db.tables[table] });
  return (await db.client.send(command)).Table?.ItemCount ?? 0;
}

/** Every item of a table, a page at a time. */
export async function* everyItem(db: Database, table: TableName): AsyncGenerator<Item[]> {
  const pages = paginateScan(
    { client: db.client },
    { TableName: db.tables[table], ConsistentRead: true },
  );
  for await (const { Items = [] } of pages) yield Items;
}

/** Whether nothing at all is in a table. */
export async function isEmpty(db: Database, table: TableName): Promise<boolean> {
  const command = new ScanCommand({
    TableName: db.tables[table],
    ConsistentRead: true,
    Limit: 1,
  });
  return ((await db.client.send(command)).Items ?? []).length === 0;
}

/** Writes items, each over whatever is there: for a table that was empty. Throws when a busy table never takes them. */
export async function putItems(db: Database, table: TableName, items: Item[]): Promise<void> {
  const name = db.tables[table];
  for (let from = 0; from < items.length; from += MOST_AT_ONCE) {
    let left = items
      .slice(from, from + MOST_AT_ONCE)
      .map((Item) => ({ PutRequest: { Item } }) as { PutRequest?: { Item: Item } });
    for (let attempt = 1; left.length > 0; attempt++) {
      const command = new BatchWriteItemCommand({ RequestItems: { [name]: left as never } });
      left = ((await db.client.send(command)).UnprocessedItems?.[name] ?? []) as typeof left;
      if (left.length > 0 && attempt === TRIES) throw new Error(`${name} is too busy to write`);
      if (left.length > 0) await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** attempt));
    }
  }
}

/** A line of JSON for an item, as DynamoDB's own export to S3 writes it: bytes in base64. */
export const itemLine = (item: Item): string =>
  JSON.stringify({ Item: Object.fromEntries(entries(item, toText)) });

const line = z.object({
  Item: z.record(z.string(), z.record(z.string(), z.unknown())),
});

/** The item of such a line. Throws a `TypeError` for any other text. */
export function itemOfLine(text: string): Item {
  const read = line.safeParse(JSON.parse(text));
  if (!read.success) throw new TypeError("no item of a table");
  return Object.fromEntries(entries(read.data.Item as unknown as Item, fromText));
}

type Bytes = (bytes: Uint8Array) => unknown;
const toText: Bytes = (bytes) => Buffer.from(bytes).toString("base64");
const fromText: Bytes = (text) => new Uint8Array(Buffer.from(String(text), "base64"));

/** The attributes of an item, with their bytes as something else. */
const entries = (item: Item, as: Bytes): [string, AttributeValue][] =>
  Object.entries(item).map(([name, value]) => [name, attribute(value, as)]);

function attribute(value: AttributeValue, as: Bytes): AttributeValue {
  const { B, BS, L, M } = value;
  if (B !== undefined) return { B: as(B) as Uint8Array };
  if (BS !== undefined) return { BS: BS.map((one) => as(one) as Uint8Array) };
  if (L !== undefined) return { L: L.map((one) => attribute(one, as)) };
  return M === undefined ? value : { M: Object.fromEntries(entries(M, as)) };
}
