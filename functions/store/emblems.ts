/**
 * The bytes of emblems, each under a name that they make: written once and never changed, so of two that write
 * one name neither matters, and whoever reads needs nothing newer. Durable when the write ends; one that fails
 * was made whole or not at all. None is deleted: a draft that is undone, or copied, has its emblem again.
 */
import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Database } from "./database.ts";
import { parsed } from "./item.ts";
import { emblemKey } from "./keys.ts";
import { IS_NEW, putIf } from "./put-if.ts";
import { putOf } from "./write.ts";

const form = z.object({ bytes: z.instanceof(Uint8Array) });

/** Keeps an emblem, unless it is there already. */
export const keepEmblem = (db: Database, file: string, bytes: Uint8Array): Promise<boolean> =>
  putIf(
    db,
    putOf({
      TableName: db.tables.main,
      Item: { ...emblemKey(file), bytes: { B: bytes } },
      ConditionExpression: IS_NEW,
    }),
  );

/** The bytes of an emblem; `undefined` when there is none of that name. */
export async function getEmblem(db: Database, file: string): Promise<Uint8Array | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({ TableName: db.tables.main, Key: emblemKey(file) }),
  );
  return Item && parsed(Item, form).bytes;
}
