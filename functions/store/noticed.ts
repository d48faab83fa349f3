/**
 * What too much of came to a consultation or to the installation, counted by day, for all servers together: nothing about
 * who sent it. In the table that no backup holds, gone after some days. An addition that fails may have been made.
 */
import { paginateQuery, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { NOTICED_DAYS, type Noticed, type NoticedDay } from "../../domain/noticed.ts";
import type { Database } from "./database.ts";
import { count, parsed } from "./item.ts";
import { NOTICES } from "./keys.ts";

/** Stands in the place of a consultation for what comes to none. */
export const INSTALLATION = "";

export const NOTICED_SECONDS = (NOTICED_DAYS + 1) * 24 * 60 * 60;

const form = z.object({
  "wrong-invitations": z.optional(count),
  "wrong-sign-ins": z.optional(count),
  reports: z.optional(count),
  remarks: z.optional(count),
});

/** Adds so many of a kind to a day. */
export async function addNoticed(
  db: Database,
  consultation: string,
  { kind, day, more }: { kind: Noticed; day: string; more: number },
): Promise<void> {
  const gone = Math.floor(Date.parse(day) / 1_000) + NOTICED_SECONDS;
  await db.client.send(
    new UpdateItemCommand({
      TableName: db.tables.ephemeral,
      Key: NOTICES.key(consultation, day),
      UpdateExpression: "ADD #kind :more SET expiresAt = :gone",
      ExpressionAttributeNames: { "#kind": kind },
      ExpressionAttributeValues: { ":more": { N: String(more) }, ":gone": { N: String(gone) } },
    }),
  );
}

/** What was counted from a day on. */
export async function listNoticed(
  db: Database,
  consultation: string,
  since: string,
): Promise<NoticedDay[]> {
  const query = { TableName: db.tables.ephemeral, ...NOTICES.every(consultation) };
  const days: NoticedDay[] = [];
  for await (const { Items = [] } of paginateQuery({ client: db.client }, query)) {
    for (const item of Items) {
      const day = NOTICES.name(item);
      if (day >= since) days.push({ day, counts: parsed(item, form) });
    }
  }
  return days;
}
