/**
 * Desks of addressees: each stands here from when its one-time link is made until it is left, withdrawn or over,
 * in the table that no backup holds. The link itself and the session of whoever is at it are kept elsewhere
 * (links.ts, desk-sessions.ts); what makes, opens and ends a desk is written together with them. Opened only
 * while nobody is at it; a desk that was ended does not come back. Read strongly consistent. The table forgets
 * what is over late: who reads says what time it is.
 */
import { paginateQuery } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Database } from "./database.ts";
import type { Item } from "./damaged-item.ts";
import { parsed } from "./item.ts";
import { deskSessionKey, DESKS, linkKey } from "./keys.ts";
import { IS_NEW } from "./put-if.ts";
import { type ConditionalPut, putOf, type Write, writeOf } from "./write.ts";

/** A desk, by the keyed hash of its link's code. */
export interface Desk {
  hash: string;
  /** By its code. */
  addressee: string;
  /** Who made its link, by id. */
  by: string;
  /** Milliseconds since 1970. Until when its link works, and once it is open, until when it stays so at most. */
  madeAt: number;
  endsAt: number;
  /** Since when somebody is at it, and under which hash their session is kept. */
  opened?: { at: number; session: string } | undefined;
}

const form = z.object({
  addressee: z.string(),
  by: z.string(),
  madeAt: z.number(),
  endsAt: z.number(),
  openedAt: z.optional(z.number()),
  session: z.optional(z.string()),
});

/** The write that lists a desk whose link has just been made. */
export const deskPut = (db: Database, consultation: string, desk: Desk): ConditionalPut =>
  putOf({
    TableName: db.tables.ephemeral,
    Item: {
      ...DESKS.key(consultation, desk.hash),
      addressee: { S: desk.addressee },
      by: { S: desk.by },
      madeAt: { N: String(desk.madeAt) },
      endsAt: { N: String(desk.endsAt) },
      expiresAt: { N: String(Math.ceil(desk.endsAt / 1000)) },
    },
    ConditionExpression: IS_NEW,
  });

/** The write that says that somebody is at a desk now; refused when it was ended, or somebody is. */
export const deskOpening = (
  db: Database,
  consultation: string,
  hash: string,
  { at, session, endsAt }: { at: number; session: string; endsAt: number },
): Write =>
  writeOf({
    Update: {
      TableName: db.tables.ephemeral,
      Key: DESKS.key(consultation, hash),
      UpdateExpression:
        "SET openedAt = :at, #session = :session, endsAt = :ends, expiresAt = :expires",
      ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(openedAt)",
      ExpressionAttributeNames: { "#session": "session" },
      ExpressionAttributeValues: {
        ":at": { N: String(at) },
        ":session": { S: session },
        ":ends": { N: String(endsAt) },
        ":expires": { N: String(Math.ceil(endsAt / 1000)) },
      },
    },
  });

/** The writes that end a desk as it was read, with its link, or the session of whoever is at it; refused when it changed. */
export function deskEnd(db: Database, consultation: string, desk: Desk): Write[] {
  const { hash, opened } = desk;
  const TableName = db.tables.ephemeral;
  return [
    writeOf({
      Delete: {
        TableName,
        Key: DESKS.key(consultation, hash),
        ...(opened === undefined
          ? { ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(openedAt)" }
          : {
              ConditionExpression: "#session = :session",
              ExpressionAttributeNames: { "#session": "session" },
              ExpressionAttributeValues: { ":session": { S: opened.session } },
            }),
      },
    }),
    writeOf({
      Delete: {
        TableName,
        Key: opened === undefined ? linkKey(hash) : deskSessionKey(opened.session),
      },
    }),
  ];
}

/** Every desk of a consultation that is not over, the one that ends first before the others. */
export async function listDesks(db: Database, consultation: string, now: number): Promise<Desk[]> {
  const pages = paginateQuery(
    { client: db.client },
    { TableName: db.tables.ephemeral, ...DESKS.every(consultation), ConsistentRead: true },
  );
  const desks: Desk[] = [];
  for await (const { Items = [] } of pages) desks.push(...Items.map(readItem));
  return desks
    .filter(({ endsAt }) => endsAt > now)
    .toSorted((one, other) => one.endsAt - other.endsAt);
}

function readItem(item: Item): Desk {
  const { openedAt, session, ...rest } = parsed(item, form);
  return {
    ...rest,
    hash: DESKS.name(item),
    opened: openedAt === undefined || session === undefined ? undefined : { at: openedAt, session },
  };
}
