/**
 * How many texts stand where, by recommendation and language: kept beside the texts and changed with them, so
 * that a queue of any length opens at once. Read strongly consistent.
 */
import { paginateQuery } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { COUNTED, type Counted, type TextCounts } from "../../domain/remark/counts.ts";
import type { Database } from "./database.ts";
import { DamagedItem, type Item } from "./damaged-item.ts";
import { parsed } from "./item.ts";
import { TEXT_COUNTS } from "./keys.ts";
import { type Write, writeOf } from "./write.ts";

/** What changes in the counts of one recommendation and language. */
interface CountsChange {
  code: string;
  language: string;
  by: ReadonlyMap<Counted, number>;
}

const form = z.partial(
  z.object(
    Object.fromEntries(COUNTED.map((one) => [one, z.int()])) as { [One in Counted]: z.ZodMiniInt },
  ),
);

/** The writes that change counts: one for each recommendation and language. */
export function countWrites(
  db: Database,
  consultation: string,
  changes: readonly CountsChange[],
): Write[] {
  const sums = new Map<string, Map<Counted, number>>();
  for (const { code, language, by } of changes) {
    const name = `${code}#${language}`;
    const sum = sums.get(name) ?? new Map<Counted, number>();
    for (const [one, more] of by) sum.set(one, (sum.get(one) ?? 0) + more);
    sums.set(name, sum);
  }
  return [...sums].flatMap(([name, sum]) => {
    const parts = [...sum].filter(([, by]) => by !== 0);
    if (parts.length === 0) return [];
    return writeOf({
      Update: {
        TableName: db.tables.main,
        Key: TEXT_COUNTS.key(consultation, name),
        UpdateExpression: `ADD ${parts.map((_, place) => `#${place} :${place}`).join(", ")}`,
        ExpressionAttributeNames: Object.fromEntries(
          parts.map(([one], place) => [`#${place}`, one]),
        ),
        ExpressionAttributeValues: Object.fromEntries(
          parts.map(([, by], place) => [`:${place}`, { N: String(by) }]),
        ),
      },
    });
  });
}

/** The counts of a consultation, by recommendation and language. */
export async function listTextCounts(db: Database, consultation: string): Promise<TextCounts[]> {
  const pages = paginateQuery(
    { client: db.client },
    { TableName: db.tables.main, ...TEXT_COUNTS.every(consultation), ConsistentRead: true },
  );
  const all: TextCounts[] = [];
  for await (const { Items = [] } of pages) all.push(...Items.map(readItem));
  return all;
}

function readItem(item: Item): TextCounts {
  const [code, language, ...rest] = TEXT_COUNTS.name(item).split("#");
  if (code === undefined || !language || rest.length > 0) throw new DamagedItem(item, "name");
  return { code, language, counts: parsed(item, form) };
}
