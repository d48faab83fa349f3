/**
 * Whether the installation takes anything: one item, which is put whole. Turning it on keeps who was first; turned off, it
 * stays there emptied, since nothing that lasts is deleted. Read as what is soon there, and durable when a write ends.
 */
import { GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { ReadOnly } from "../../domain/read-only.ts";
import type { Database } from "./database.ts";
import { moment, parsed } from "./item.ts";
import { READ_ONLY_KEY } from "./keys.ts";
import { putIf } from "./put-if.ts";
import { putOf } from "./write.ts";

const form = z.object({
  since: z.optional(moment),
  by: z.optional(z.enum(["operator", "budget"])),
  note: z.optional(z.string()),
});

/** That it is on, or `undefined`. */
export async function loadReadOnly(db: Database): Promise<ReadOnly | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({ TableName: db.tables.main, Key: READ_ONLY_KEY }),
  );
  const { since, by = "operator", note } = Item === undefined ? {} : parsed(Item, form);
  return since === undefined ? undefined : { since, by, note };
}

/** Turns it on; false where it was on already, as somebody else left it. */
export const turnReadOnly = (db: Database, { since, by, note }: ReadOnly): Promise<boolean> =>
  putIf(
    db,
    putOf({
      TableName: db.tables.main,
      Item: {
        ...READ_ONLY_KEY,
        since: { S: since },
        by: { S: by },
        ...(note !== undefined && { note: { S: note } }),
      },
      ConditionExpression: "attribute_not_exists(since)",
    }),
  );

/** Turns it off, whoever turned it on. */
export async function endReadOnly(db: Database): Promise<void> {
  await db.client.send(new PutItemCommand({ TableName: db.tables.main, Item: READ_ONLY_KEY }));
}
