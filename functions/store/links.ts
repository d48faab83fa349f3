/**
 * One-time links, each under the keyed hash of its code, in the table that no backup holds. Written only
 * where none is; used up by a conditional deletion among other writes, so that of several who use one at
 * once one does. A transaction that is refused or fails leaves the link, or has used it with all that it
 * was used for. Read strongly consistent. The table forgets old ones late: who reads says what time it is.
 */
import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { type GivenRole, ROLES } from "../../domain/organiser/role.ts";
import type { Database } from "./database.ts";
import { json, parsed } from "./item.ts";
import { linkKey } from "./keys.ts";
import { IS_NEW, putIf } from "./put-if.ts";
import { type ConditionalPut, putOf, type Write, writeOf } from "./write.ts";

/** What a one-time link is for: setting the installation up, a role at a consultation, or an addressee's desk. */
export type Link =
  | { kind: "setup" }
  | ({
      kind: "role";
      consultation: string;
      /** Who sent it, by id. */
      by: string;
    } & GivenRole)
  | {
      kind: "desk";
      consultation: string;
      /** By its code. */
      addressee: string;
      /** Who made it, by id. */
      by: string;
    };

const form = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("setup"), endsAt: z.number() }),
  z.object({
    kind: z.literal("role"),
    consultation: z.string(),
    role: z.enum(ROLES),
    languages: z.optional(json(z.array(z.string()))),
    by: z.string(),
    endsAt: z.number(),
  }),
  z.object({
    kind: z.literal("desk"),
    consultation: z.string(),
    addressee: z.string(),
    by: z.string(),
    endsAt: z.number(),
  }),
]);

/** The write that stores a link under the keyed hash of its code; it counts until `endsAt`, in ms. */
export function linkPut(db: Database, hash: string, link: Link, endsAt: number): ConditionalPut {
  const { kind, ...more } = link;
  return putOf({
    TableName: db.tables.ephemeral,
    Item: {
      ...linkKey(hash),
      kind: { S: kind },
      ...Object.fromEntries(
        Object.entries(more).map(([name, value]) => [
          name,
          { S: typeof value === "string" ? value : JSON.stringify(value) },
        ]),
      ),
      endsAt: { N: String(endsAt) },
      expiresAt: { N: String(Math.ceil(endsAt / 1000)) },
    },
    ConditionExpression: IS_NEW,
  });
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
  if (Item === undefined) return undefined;
  const { endsAt, ...link } = parsed(Item, form);
  return endsAt <= now ? undefined : link;
}

/** The write that uses a link up; refused when it is gone. */
export const linkUse = (db: Database, hash: string): Write =>
  writeOf({
    Delete: {
      TableName: db.tables.ephemeral,
      Key: linkKey(hash),
      ConditionExpression: "attribute_exists(pk)",
    },
  });

/** The write that ends a link, whether or not the table has forgotten it already. */
export const linkEnd = (db: Database, hash: string): Write =>
  writeOf({ Delete: { TableName: db.tables.ephemeral, Key: linkKey(hash) } });
