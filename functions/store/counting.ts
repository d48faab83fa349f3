/**
 * The state of counting itself: how far each shard was read (a hint; the watermarks are the truth), when a
 * pass last ended well, the last recount, and what stops publication. Each write replaces a whole item, unless a newer
 * program wrote it, and is durable when it ends, so of two at once the later stays; one that fails
 * was made or not. Read strongly consistent, except the hints and the last recount.
 */
import { GetItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Database } from "./database.ts";
import { known } from "./form.ts";
import { count, json, moment, parsed } from "./item.ts";
import { CURSORS, PASS_KEY, recountKey, stopKey } from "./keys.ts";
import { putOver } from "./put-over.ts";
import { type ConditionalPut, putOf } from "./write.ts";

/** How far a shard was read. `finished`: it is closed and nothing more will come. */
export interface Cursor {
  sequence: string | undefined;
  finished: boolean;
}

/** Stream records live a day; a hint for them need not live much longer. */
const CURSOR_SECONDS = 3 * 24 * 60 * 60;

/** How far each shard was read. Where that is damaged, a shard is read from its beginning. */
export async function loadCursors(db: Database): Promise<Map<string, Cursor>> {
  const { Items = [] } = await db.client.send(
    new QueryCommand({ TableName: db.tables.ephemeral, ...CURSORS.every }),
  );
  return new Map(
    Items.map(known).map((item) => [
      CURSORS.name(item),
      { sequence: item["sequence"]?.S, finished: item["finished"]?.BOOL === true },
    ]),
  );
}

export async function saveCursor(
  db: Database,
  shard: string,
  cursor: Cursor,
  now: Date,
): Promise<void> {
  await putOver(db, "ephemeral", "cursor", {
    ...CURSORS.key(shard),
    finished: { BOOL: cursor.finished },
    ...(cursor.sequence !== undefined && { sequence: { S: cursor.sequence } }),
    expiresAt: { N: String(Math.floor(now.getTime() / 1000) + CURSOR_SECONDS) },
  });
}

/** Until when everything is counted: when the last pass that read the stream to its end began. `undefined` before the first. */
export async function lastPass(db: Database): Promise<Date | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({ TableName: db.tables.main, Key: PASS_KEY, ConsistentRead: true }),
  );
  return Item && new Date(parsed(Item, z.object({ at: moment })).at);
}

export async function savePass(db: Database, at: Date): Promise<void> {
  await putOver(db, "main", "pass", { ...PASS_KEY, at: { S: at.toISOString() } });
}

/** When a consultation was last recounted, and how many figures differed. */
export interface NotedRecount {
  at: string;
  differences: number;
}

const noted = z.object({ at: moment, differences: count });

/** The last recount of a consultation; `undefined` before the first that was noted. */
export async function lastRecount(
  db: Database,
  consultation: string,
): Promise<NotedRecount | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({ TableName: db.tables.main, Key: recountKey(consultation) }),
  );
  return Item && parsed(Item, noted);
}

export async function noteRecount(
  db: Database,
  consultation: string,
  { at, differences }: NotedRecount,
): Promise<void> {
  await putOver(db, "main", "recount", {
    ...recountKey(consultation),
    at: { S: at },
    differences: { N: String(differences) },
  });
}

/** Why a consultation's results may not be published for now. */
export interface Stop {
  /** `gap`: stream records were lost unread. `difference`: tally and recount do not agree. */
  reason: "gap" | "difference";
  since: string;
  differences: string[];
  /** How often records were passed over since: whoever lifts it must have read after the last of them. */
  passedOver?: number | undefined;
}

const stopped = z.object({
  stop: z.optional(
    json(
      z.object({
        reason: z.enum(["gap", "difference"]),
        since: z.string(),
        differences: z.array(z.string()),
        passedOver: z.optional(count),
      }),
    ),
  ),
});

/** What stops a consultation's publication; `undefined` when nothing does. */
export async function loadStop(db: Database, consultation: string): Promise<Stop | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: stopKey(consultation),
      ConsistentRead: true,
    }),
  );
  return Item && parsed(Item, stopped).stop;
}

/** Stops a consultation's publication until a recount agrees again. */
export async function putStop(db: Database, consultation: string, stop: Stop): Promise<void> {
  const item = { ...stopKey(consultation), stop: { S: JSON.stringify(stop) } };
  await putOver(db, "main", "stop", item);
}

/**
 * The write that lets publication go on, where what stopped it is still the stop that was read. The item
 * stays, emptied: the jobs have no right to delete anything.
 */
export const liftPut = (db: Database, consultation: string, read: Stop): ConditionalPut =>
  putOf({
    TableName: db.tables.main,
    Item: stopKey(consultation),
    ConditionExpression: "#stop = :read",
    ExpressionAttributeNames: { "#stop": "stop" },
    ExpressionAttributeValues: { ":read": { S: JSON.stringify(read) } },
  });

/** Lets publication go on, whatever stopped it. */
export async function liftStop(db: Database, consultation: string): Promise<void> {
  await putOver(db, "main", "stop", stopKey(consultation));
}
