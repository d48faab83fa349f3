import {
  type AttributeValue,
  GetItemCommand,
  type TransactWriteItem,
} from "@aws-sdk/client-dynamodb";
import type { Role } from "../../domain/organiser/role.ts";
import type { Database } from "./database.ts";
import { IS_NEW, putIf } from "./put-if.ts";

/** What a one-time link is for: setting the installation up, or a role at a consultation. */
export type Link =
  | { kind: "setup" }
  | {
      kind: "role";
      consultation: string;
      role: Role;
      /** Who sent it, by id. */
      by: string;
    };

const linkKey = (hash: string) => ({ pk: { S: `LINK#${hash}` }, sk: { S: "LINK" } });

/** Stores a link under the keyed hash of its code; it counts until `endsAt`, in ms. */
export async function putLink(
  db: Database,
  hash: string,
  link: Link,
  endsAt: number,
): Promise<void> {
  const { kind, ...more } = link;
  const isNew = await putIf(db, {
    TableName: db.tables.ephemeral,
    Item: {
      ...linkKey(hash),
      kind: { S: kind },
      ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, { S: text }])),
      endsAt: { N: String(endsAt) },
      expiresAt: { N: String(Math.ceil(endsAt / 1000)) },
    },
    ConditionExpression: IS_NEW,
  });
  if (!isNew) throw new Error("the random source has repeated a link's code");
}

/** The link under that hash while it counts; the table forgets what is over late. */
export async function getLink(db: Database, hash: string, now: number): Promise<Link | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.ephemeral,
      Key: linkKey(hash),
      ConsistentRead: true,
    }),
  );
  return Item === undefined || Number(Item["endsAt"]?.N) <= now ? undefined : readItem(Item);
}

/** The write that uses a link up; refused when it is gone. */
export const linkUse = (db: Database, hash: string): TransactWriteItem => ({
  Delete: {
    TableName: db.tables.ephemeral,
    Key: linkKey(hash),
    ConditionExpression: "attribute_exists(pk)",
  },
});

const readItem = (item: Record<string, AttributeValue>): Link =>
  item["kind"]?.S === "setup"
    ? { kind: "setup" }
    : {
        kind: "role",
        consultation: item["consultation"]?.S ?? "",
        role: item["role"]?.S as Role,
        by: item["by"]?.S ?? "",
      };
