import {
  type AttributeValue,
  paginateQuery,
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import type { LogEntry, LogValue } from "../../domain/organiser/log.ts";
import type { Database } from "./database.ts";
import { IS_NEW } from "./put-if.ts";

const ENTRY = "LOG#";

const logKey = (consultation: string, number: number) => ({
  pk: { S: `C#${consultation}` },
  // Padded, so that the order of the keys is the order of the numbers.
  sk: { S: ENTRY + String(number).padStart(8, "0") },
});

const entriesOf = (db: Database, consultation: string) => ({
  TableName: db.tables.main,
  KeyConditionExpression: "pk = :pk AND begins_with(sk, :entry)",
  ExpressionAttributeValues: { ":pk": { S: `C#${consultation}` }, ":entry": { S: ENTRY } },
  ConsistentRead: true,
});

/** What became of an append: done, another entry came first, or one of the other writes was refused. */
export type Appended = "done" | "number-taken" | "refused";

/** Appends an entry under its number, and makes the other writes; all or none. */
export async function appendEntry(
  db: Database,
  consultation: string,
  entry: LogEntry,
  writes: readonly TransactWriteItem[],
): Promise<Appended> {
  const Item = {
    ...logKey(consultation, entry.number),
    at: { S: entry.at },
    who: { S: entry.who },
    action: { S: entry.action },
    before: { S: JSON.stringify(entry.before) },
    after: { S: JSON.stringify(entry.after) },
    salt: { S: entry.salt },
    previous: { S: entry.previous },
    hash: { S: entry.hash },
  };
  const put = { Put: { TableName: db.tables.main, Item, ConditionExpression: IS_NEW } };
  try {
    await db.client.send(new TransactWriteItemsCommand({ TransactItems: [put, ...writes] }));
    return "done";
  } catch (failure) {
    if (!(failure instanceof TransactionCanceledException)) throw failure;
    const codes = failure.CancellationReasons?.map((reason) => reason.Code) ?? [];
    if (codes.slice(1).includes("ConditionalCheckFailed")) return "refused";
    // A conflict too means that somebody else was writing the same entry at that moment.
    if (["ConditionalCheckFailed", "TransactionConflict"].some((code) => codes.includes(code))) {
      return "number-taken";
    }
    throw failure;
  }
}

/** The newest entry, strongly consistent; `undefined` when there is none. */
export async function newestEntry(
  db: Database,
  consultation: string,
): Promise<LogEntry | undefined> {
  const { Items } = await db.client.send(
    new QueryCommand({ ...entriesOf(db, consultation), ScanIndexForward: false, Limit: 1 }),
  );
  return Items?.[0] && readItem(Items[0]);
}

/** Every entry, oldest first. */
export async function listEntries(db: Database, consultation: string): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for await (const { Items = [] } of paginateQuery(
    { client: db.client },
    entriesOf(db, consultation),
  )) {
    entries.push(...Items.map(readItem));
  }
  return entries;
}

const readItem = (item: Record<string, AttributeValue>): LogEntry => ({
  number: Number(item["sk"]?.S?.slice(ENTRY.length)),
  at: item["at"]?.S ?? "",
  who: item["who"]?.S ?? "",
  action: item["action"]?.S ?? "",
  before: JSON.parse(item["before"]?.S ?? "null") as LogValue,
  after: JSON.parse(item["after"]?.S ?? "null") as LogValue,
  salt: item["salt"]?.S ?? "",
  previous: item["previous"]?.S ?? "",
  hash: item["hash"]?.S ?? "",
});
