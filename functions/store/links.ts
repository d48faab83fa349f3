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

/** The write that stores a link under the keyed hash of its code; it counts until `endsAt`, in ms. */
export function linkPut(db: Database, hash: string, link: Link, endsAt: number) {
  const { kind, ...more } = link;
  return {
    TableName: db.tables.ephemeral,
    Item: {
      ...linkKey(hash),
      kind: { S: kind },
      ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, { S: text }])),
      endsAt: { N: String(endsAt) },
      expiresAt: { N: String(Math.ceil(endsAt / 1000)) },
    },
    ConditionExpression: IS_NEW,
  };
}

/** Stores a link by itself. */
export async function putLink(...input: Parameters<typeof linkPut>): Promise<void> {
  const isNew = await putIf(input[0], linkPut(...input));
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

/** The write that ends a link, whether or not the table has forgotten it already. */
export const linkEnd = (db: Database, hash: string): TransactWriteItem => ({
  Delete: { TableName: db.tables.ephemeral, Key: linkKey(hash) },
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
