/**
 * Official responses. An entry is written only under a number that none has, together with the log's entry
 * that tells of it; nothing changes or deletes one. A number that was taken meanwhile refuses the write.
 * Read strongly consistent, except those after one.
 */
import { paginateQuery } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { ResponseEntry } from "../../domain/response/entry.ts";
import { answerForm, withdrawalForm } from "../../domain/response/entry-form.ts";
import type { Database } from "./database.ts";
import { formOf } from "./form.ts";
import { DamagedItem, type Item } from "./damaged-item.ts";
import { json, parsed } from "./item.ts";
import { RESPONSES } from "./keys.ts";
import { IS_NEW } from "./put-if.ts";
import { type ConditionalPut, putOf } from "./write.ts";

const entry = z.discriminatedUnion("kind", [answerForm, withdrawalForm]);
const form = z.object({ entry: json(entry as z.ZodMiniType<ResponseEntry, ResponseEntry>) });

/** The write that records an entry under its number; refused when that number is taken. */
export const responsePut = (
  db: Database,
  consultation: string,
  recordedEntry: ResponseEntry,
): ConditionalPut =>
  putOf({
    TableName: db.tables.main,
    Item: {
      ...RESPONSES.key(consultation, recordedEntry.number),
      ...formOf("response"),
      entry: { S: JSON.stringify(recordedEntry) },
    },
    ConditionExpression: IS_NEW,
  });

/** Every entry of a consultation, in the order of recording. */
export async function listResponses(db: Database, consultation: string): Promise<ResponseEntry[]> {
  const pages = paginateQuery(
    { client: db.client },
    { TableName: db.tables.main, ...RESPONSES.every(consultation), ConsistentRead: true },
  );
  const entries: ResponseEntry[] = [];
  for await (const { Items = [] } of pages) entries.push(...Items.map(readItem));
  return entries;
}

/** The entries after one; soon. Where there are none it is half a read unit. */
export async function responsesAfter(
  db: Database,
  consultation: string,
  number: number,
): Promise<ResponseEntry[]> {
  const pages = paginateQuery(
    { client: db.client, startingToken: RESPONSES.key(consultation, number) },
    { TableName: db.tables.main, ...RESPONSES.every(consultation) },
  );
  const entries: ResponseEntry[] = [];
  for await (const { Items = [] } of pages) entries.push(...Items.map(readItem));
  return entries;
}

function readItem(item: Item): ResponseEntry {
  const { entry: read } = parsed(item, form);
  if (read.number !== RESPONSES.number(item)) throw new DamagedItem(item, "number");
  return read;
}
