/**
 * The logs of consultations. An entry is written only under a number that none has, in one transaction
 * with the writes that it tells of: all are durable when that ends. Refused, none is made; failed, all or
 * none. Nothing changes or deletes an entry. Read strongly consistent: the newest is the one to go on from.
 */
import {
  paginateQuery,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { LogEntry, LogValue } from "../../domain/organiser/log.ts";
import type { Database } from "./database.ts";
import { DamagedItem, type Item } from "./damaged-item.ts";
import { json, parsed } from "./item.ts";
import { LOG } from "./keys.ts";
import { IS_NEW } from "./put-if.ts";
import { itemsOf, putOf, type Write } from "./write.ts";

/** Every JSON is one. */
const value = json(z.custom<LogValue>());
const form = z.object({
  at: z.string(),
  who: z.string(),
  action: z.string(),
  before: value,
  after: value,
  salt: z.string(),
  previous: z.string(),
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

/** What became of an append: done, another entry came first, or one of the other writes was refused. */
export type Appended = "done" | "number-taken" | "refused";

/** Appends an entry under its number, and makes the other writes; all or none. */
export async function appendEntry(
  db: Database,
  consultation: string,
  entry: LogEntry,
  writes: readonly Write[],
): Promise<Appended> {
  const Item = {
    ...LOG.key(consultation, entry.number),
    at: { S: entry.at },
    who: { S: entry.who },
    action: { S: entry.action },
    before: { S: JSON.stringify(entry.before) },
    after: { S: JSON.stringify(entry.after) },
    salt: { S: entry.salt },
    previous: { S: entry.previous },
    hash: { S: entry.hash },
  };
  const put = putOf({ TableName: db.tables.main, Item, ConditionExpression: IS_NEW });
  const TransactItems = [put, ...writes].flatMap(itemsOf);
  try {
    await db.client.send(new TransactWriteItemsCommand({ TransactItems }));
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

/**
 * The newest entry; `undefined` when there is none. Fails when it is damaged: nothing is bound to an entry
 * of which the hash is not known.
 */
export async function newestEntry(
  db: Database,
  consultation: string,
): Promise<LogEntry | undefined> {
  const { Items } = await db.client.send(
    new QueryCommand({ ...entriesOf(db, consultation), ScanIndexForward: false, Limit: 1 }),
  );
  return Items?.[0] && readItem(Items[0]);
}

/**
 * Every entry, oldest first. Total: of a damaged one comes what is left of it, its hash does not fit, and
 * so whoever follows the chain is told where it breaks.
 */
export async function listEntries(db: Database, consultation: string): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for await (const { Items = [] } of paginateQuery(
    { client: db.client },
    entriesOf(db, consultation),
  )) {
    entries.push(...Items.map(readAnyway));
  }
  return entries;
}

const entriesOf = (db: Database, consultation: string) => ({
  TableName: db.tables.main,
  ...LOG.every(consultation),
  ConsistentRead: true,
});

function readItem(item: Item): LogEntry {
  const number = LOG.number(item);
  if (!Number.isSafeInteger(number)) throw new DamagedItem(item, "number");
  return { number, ...parsed(item, form) };
}

function readAnyway(item: Item): LogEntry {
  try {
    return readItem(item);
  } catch (failure) {
    if (!(failure instanceof DamagedItem)) throw failure;
  }
  const text = (name: string): string => item[name]?.S ?? "";
  return {
    number: LOG.number(item),
    at: text("at"),
    who: text("who"),
    action: text("action"),
    before: null,
    after: null,
    salt: text("salt"),
    previous: text("previous"),
    hash: "",
  };
}
