/**
 * Recounts that are wanted, one item for a consultation in a partition of their own, and beside it how far the
 * one under way has come. A wish is replaced only as it was read, by its revision; what was counted only over the
 * number of the piece before. Both are durable when the write ends; one that is refused changes nothing, one that fails was
 * made whole or not at all. A wish is read strongly consistent by its key, and soon in the list.
 */
import { GetItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { COUNTING } from "../../domain/tally/fold.ts";
import type { Tally } from "../../domain/tally/tally.ts";
import type { Database } from "./database.ts";
import { bytes, count, json, moment, parsed } from "./item.ts";
import { RECOUNTS, recountingKey } from "./keys.ts";
import { putIf } from "./put-if.ts";
import { packTally, unpackTally } from "./tally-bytes.ts";
import { type ConditionalPut, putOf } from "./write.ts";

/** Why a recount is wanted: somebody asked, it is night, records were lost, or a newer program counts otherwise. */
const WHY = ["asked", "night", "gap", "upgrade"] as const;
export type RecountWhy = (typeof WHY)[number];

const form = z.object({
  /** Random: what was counted for another wish is not gone on from. */
  id: z.string(),
  by: z.string(),
  at: moment,
  why: z.enum(WHY),
  rebuild: z.boolean(),
  state: z.enum(["waiting", "counting", "done"]),
  /** How many of the 256 parts are counted. */
  parts: count,
  /** How often it began anew, because what was counted had become too old to go on from. */
  anew: count,
  ended: z.optional(moment),
  differences: z.optional(z.array(z.string())),
  rebuilt: z.optional(z.boolean()),
  /** Its ballots were deleted meanwhile. */
  purged: z.optional(z.boolean()),
});
/** What somebody wants recounted, and what came of it. */
export type RecountWish = z.infer<typeof form>;

export interface StoredWish {
  wish: RecountWish;
  revision: number;
}

const wished = z.object({ wish: json(form), revision: count });

/** What was wanted last of a consultation, and what came of it; `undefined` when nothing ever was. */
export async function getWish(db: Database, consultation: string): Promise<StoredWish | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: RECOUNTS.key(consultation),
      ConsistentRead: true,
    }),
  );
  return Item && parsed(Item, wished);
}

const NIGHT = "#night";

/** The consultations of which a recount is wanted and not done; and for which night the last ones were planned. */
export async function openWishes(
  db: Database,
): Promise<{ open: string[]; night: string | undefined }> {
  const { Items = [] } = await db.client.send(
    new QueryCommand({ TableName: db.tables.main, ...RECOUNTS.every }),
  );
  const night = Items.find((item) => RECOUNTS.name(item) === NIGHT)?.["day"]?.S;
  const open = Items.filter((item) => item["open"]?.BOOL === true).map(RECOUNTS.name);
  return { open, night };
}

/** Notes for which day (UTC) the nightly recounts are planned. */
export async function noteNight(db: Database, day: string): Promise<void> {
  await db.client.send(
    new PutItemCommand({
      TableName: db.tables.main,
      Item: { ...RECOUNTS.key(NIGHT), day: { S: day } },
    }),
  );
}

/** The write that puts a wish in the place of the one that was read. */
export const wishPut = (
  db: Database,
  consultation: string,
  wish: RecountWish,
  read: StoredWish | undefined,
): ConditionalPut =>
  putOf({
    TableName: db.tables.main,
    Item: {
      ...RECOUNTS.key(consultation),
      revision: { N: String((read?.revision ?? 0) + 1) },
      open: { BOOL: wish.state !== "done" },
      wish: { S: JSON.stringify(wish) },
    },
    ConditionExpression: read === undefined ? "attribute_not_exists(pk)" : "revision = :read",
    ...(read !== undefined && {
      ExpressionAttributeValues: { ":read": { N: String(read.revision) } },
    }),
  });

/** What a recount has come to, as it is kept between two runs. */
export interface KeptCounting {
  /** The wish that it is for. */
  wish: string;
  /** How many pieces were kept. */
  piece: number;
  /** The name of the stream that moves it on; one that an earlier program kept has none. */
  stream?: string | undefined;
  /** ISO: when the stream was read on to its end for the last time, or before. */
  followed: string;
  next: number;
  read: number;
  counted: Tally;
}

const kept = z.object({
  wish: z.string(),
  piece: count,
  stream: z.optional(z.string()),
  followed: moment,
  next: count,
  read: count,
  counting: count,
  counted: bytes,
});

/** What is kept for a wish; `undefined` where nothing is, `unusable` where this program cannot go on from it. */
export async function loadCounting(
  db: Database,
  consultation: string,
  wish: string,
): Promise<KeptCounting | "unusable" | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: recountingKey(consultation),
      ConsistentRead: true,
    }),
  );
  if (Item === undefined || Item["wish"]?.S !== wish) return undefined;
  try {
    const { counting, counted, ...rest } = parsed(Item, kept);
    return counting === COUNTING ? { ...rest, counted: unpackTally(counted) } : "unusable";
  } catch {
    // Nothing rests on it: it is counted anew.
    return "unusable";
  }
}

/** Keeps a piece; false when another run has kept that one in the meantime. The first takes the place of another wish's. */
export const saveCounting = (
  db: Database,
  consultation: string,
  { counted, ...one }: KeptCounting,
): Promise<boolean> =>
  putIf(
    db,
    putOf({
      TableName: db.tables.main,
      Item: {
        ...recountingKey(consultation),
        wish: { S: one.wish },
        piece: { N: String(one.piece) },
        ...(one.stream !== undefined && { stream: { S: one.stream } }),
        followed: { S: one.followed },
        next: { N: String(one.next) },
        read: { N: String(one.read) },
        counting: { N: String(COUNTING) },
        counted: { B: packTally(counted) },
      },
      ConditionExpression:
        one.piece === 1
          ? "attribute_not_exists(pk) OR wish <> :wish"
          : "wish = :wish AND piece = :before",
      ExpressionAttributeValues: {
        ":wish": { S: one.wish },
        ...(one.piece > 1 && { ":before": { N: String(one.piece - 1) } }),
      },
    }),
  );
