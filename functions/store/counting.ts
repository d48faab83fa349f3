import { GetItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import type { Database } from "./database.ts";

// The state of counting itself: how far each shard was read (a hint; the watermarks are the truth),
// when a pass last ended well, and what stops publication.

/** How far a shard was read. `finished`: it is closed and nothing more will come. */
export interface Cursor {
  sequence: string | undefined;
  finished: boolean;
}

const CURSORS = { S: "CURSORS" };
/** Stream records live a day; a hint for them need not live much longer. */
const CURSOR_SECONDS = 3 * 24 * 60 * 60;

export async function loadCursors(db: Database): Promise<Map<string, Cursor>> {
  const { Items = [] } = await db.client.send(
    new QueryCommand({
      TableName: db.tables.ephemeral,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": CURSORS },
    }),
  );
  return new Map(
    Items.map((item) => [
      item["sk"]?.S ?? "",
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
  await db.client.send(
    new PutItemCommand({
      TableName: db.tables.ephemeral,
      Item: {
        pk: CURSORS,
        sk: { S: shard },
        finished: { BOOL: cursor.finished },
        ...(cursor.sequence !== undefined && { sequence: { S: cursor.sequence } }),
        expiresAt: { N: String(Math.floor(now.getTime() / 1000) + CURSOR_SECONDS) },
      },
    }),
  );
}

const PASS_KEY = { pk: { S: "COUNTING" }, sk: { S: "PASS" } };

/** Until when everything is counted: when the last pass that read the stream to its end began. `undefined` before the first. */
export async function lastPass(db: Database): Promise<Date | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({ TableName: db.tables.main, Key: PASS_KEY, ConsistentRead: true }),
  );
  return Item?.["at"]?.S === undefined ? undefined : new Date(Item["at"].S);
}

export async function savePass(db: Database, at: Date): Promise<void> {
  await db.client.send(
    new PutItemCommand({
      TableName: db.tables.main,
      Item: { ...PASS_KEY, at: { S: at.toISOString() } },
    }),
  );
}

/** When a consultation was last recounted, and how many figures differed. */
export interface NotedRecount {
  at: string;
  differences: number;
}

const recountKey = (consultation: string) => ({
  pk: { S: `C#${consultation}` },
  sk: { S: "RECOUNT" },
});

/** The last recount of a consultation; `undefined` before the first that was noted. */
export async function lastRecount(
  db: Database,
  consultation: string,
): Promise<NotedRecount | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({ TableName: db.tables.main, Key: recountKey(consultation) }),
  );
  const at = Item?.["at"]?.S;
  return at === undefined ? undefined : { at, differences: Number(Item?.["differences"]?.N) };
}

export async function noteRecount(
  db: Database,
  consultation: string,
  { at, differences }: NotedRecount,
): Promise<void> {
  await db.client.send(
    new PutItemCommand({
      TableName: db.tables.main,
      Item: {
        ...recountKey(consultation),
        at: { S: at },
        differences: { N: String(differences) },
      },
    }),
  );
}

/** Why a consultation's results may not be published for now. */
export interface Stop {
  /** `gap`: stream records were lost unread. `difference`: tally and recount do not agree. */
  reason: "gap" | "difference";
  since: string;
  differences: string[];
}

const stopKey = (consultation: string) => ({
  pk: { S: `C#${consultation}` },
  sk: { S: "STOP" },
});

export async function loadStop(db: Database, consultation: string): Promise<Stop | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: stopKey(consultation),
      ConsistentRead: true,
    }),
  );
  const stop = Item?.["stop"]?.S;
  return stop === undefined ? undefined : (JSON.parse(stop) as Stop);
}

/** Stops a consultation's publication until a recount agrees again. */
export async function putStop(db: Database, consultation: string, stop: Stop): Promise<void> {
  await db.client.send(
    new PutItemCommand({
      TableName: db.tables.main,
      Item: { ...stopKey(consultation), stop: { S: JSON.stringify(stop) } },
    }),
  );
}

/** Lets publication go on. The item stays, emptied: the jobs have no right to delete anything. */
export async function liftStop(db: Database, consultation: string): Promise<void> {
  await db.client.send(
    new PutItemCommand({ TableName: db.tables.main, Item: stopKey(consultation) }),
  );
}
