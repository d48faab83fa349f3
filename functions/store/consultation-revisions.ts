/**
 * How often each consultation was stored, in items that are so small that all of them are one read unit: whoever holds
 * definitions in memory sees in them which to read again. A number is raised in the transaction that stores the
 * consultation, so none is stored without. Whoever reads a number first, and the consultation after it, strongly consistent,
 * holds what is as new or newer; a number that is read late, or that was overtaken, only means one more read. Who has
 * none was not stored since there are numbers.
 */
import { paginateQuery, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Database } from "./database.ts";
import { known } from "./form.ts";
import { REVISIONS } from "./keys.ts";

/** The part of a transaction that stores a consultation by which others see that it did. */
export const revisionBump = (db: Database, consultation: string): TransactWriteItem => ({
  Update: {
    TableName: db.tables.main,
    Key: REVISIONS.key(consultation),
    UpdateExpression: "ADD revision :one",
    ExpressionAttributeValues: { ":one": { N: "1" } },
  },
});

/**
 * By consultation; of some it may be the one before. One that is damaged is no number, and equal to none: that consultation is
 * read each time, and no other waits for somebody to mend it.
 */
export async function loadRevisions(db: Database): Promise<Map<string, number>> {
  const pages = paginateQuery(
    { client: db.client },
    { TableName: db.tables.main, ...REVISIONS.every },
  );
  const all = new Map<string, number>();
  for await (const { Items = [] } of pages) {
    for (const item of Items) {
      all.set(REVISIONS.name(item), Number(known(item)["revision"]?.N));
    }
  }
  return all;
}
