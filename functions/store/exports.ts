/**
 * The export of single ballots that was asked for last: one item for a consultation, with a revision that
 * every write must find as it was read. Durable when the write ends; read strongly consistent. One that
 * fails was made whole or not at all. The item names the files before they are written, so that no run that
 * dies leaves a file that nothing names.
 */
import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { ToldOfPersons } from "../../domain/export/ballots-table.ts";
import { EXPORT_FAILURES, type ExportRequest } from "../../domain/export/request.ts";
import type { Database } from "./database.ts";
import { count, json, moment, parsed } from "./item.ts";
import { exportKey } from "./keys.ts";
import { type ConditionalPut, putOf } from "./write.ts";

/** A consultation's export of single ballots as it is kept; its revision is 0 before the first. */
export interface StoredExport {
  request: ExportRequest | undefined;
  /** What the first export that was ready told of persons: none after it tells more. */
  told?: ToldOfPersons | undefined;
  revision: number;
}

const asked = z.object({
  /** 2: pieces of one zip file. Before, each part was a table of its own, named by its number. */
  form: z.optional(z.literal(2)),
  state: z.enum(["asked", "making", "ready", "failed", "cancelled"]),
  name: z.string(),
  confirmedBy: z.optional(z.string()),
  askedAt: moment,
  key: z.string(),
  tries: count,
  begunAt: z.optional(moment),
  language: z.optional(z.string()),
  progress: z.optional(count),
  failure: z.optional(z.enum(EXPORT_FAILURES)),
  rows: z.optional(count),
  parts: z.array(z.object({ file: z.optional(z.string()), bytes: count })),
  unreadable: z.optional(count),
  until: z.optional(moment),
});
const kept = z.record(z.string(), z.array(z.string()));
const form = z.object({
  asked: z.optional(json(asked)),
  told: z.optional(json(z.object({ public: kept, expert: kept }))),
  revision: count,
});

/** Where a file of an export is kept. Never under `releases/`, and no public path leads there. */
export const exportFile = (consultation: string, key: string, file: string): string =>
  `exports/${consultation}/${key}/${file}`;

/** The export that was asked for last. */
export async function getExport(db: Database, consultation: string): Promise<StoredExport> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: exportKey(consultation),
      ConsistentRead: true,
    }),
  );
  if (Item === undefined) return { request: undefined, told: undefined, revision: 0 };
  const { asked: request, told, revision } = parsed(Item, form);
  return { request: request && inForm(request), told, revision };
}

/** Files of the form before cannot be put together: they count as over, and are deleted. */
function inForm({ form: number, parts, ...request }: z.infer<typeof asked>): ExportRequest {
  const named = parts.map(({ file, bytes }, place) => ({
    file: file ?? `${place + 1}.csv`,
    bytes,
  }));
  const isEarlier = number === undefined && request.state === "ready";
  return { ...request, parts: named, ...(isEarlier && { until: request.askedAt }) };
}

/** The write that replaces what was read, with nothing when its files are gone; refused after another. */
export const exportPut = (
  db: Database,
  consultation: string,
  { revision, told }: Pick<StoredExport, "revision" | "told">,
  request: ExportRequest | undefined,
): ConditionalPut =>
  putOf({
    TableName: db.tables.main,
    Item: {
      ...exportKey(consultation),
      revision: { N: String(revision + 1) },
      ...(request !== undefined && { asked: { S: JSON.stringify({ form: 2, ...request }) } }),
      ...(told !== undefined && { told: { S: JSON.stringify(told) } }),
    },
    ConditionExpression: "attribute_not_exists(pk) OR revision = :read",
    ExpressionAttributeValues: { ":read": { N: String(revision) } },
  });
