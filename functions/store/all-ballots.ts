/**
 * All ballots of a consultation, for recount, release and what is done after closing. Read strongly
 * consistent; what is written meanwhile may be on a later page.
 */
import { paginateQuery, ScanCommand } from "@aws-sdk/client-dynamodb";
import type { Database } from "./database.ts";
import type { Item } from "./damaged-item.ts";
import { BUCKETS, ballotName, consultationOfPartition, everyBallot } from "./keys.ts";

/**
 * All stored items of one consultation, some at a time and in no order: in one request where the whole
 * table is small, else bucket by bucket, as many at once as is said.
 */
export async function* ballotsOf(
  db: Database,
  consultation: string,
  atOnce = 1,
): AsyncGenerator<Item[]> {
  const few = await ballotsOfSmallTable(db, consultation);
  if (few !== undefined) {
    yield few;
    return;
  }
  for (let from = 0; from < BUCKETS.length; from += atOnce) {
    const some = BUCKETS.slice(from, from + atOnce);
    const read = some.map(async (bucket) => {
      const pages: Item[] = [];
      for await (const page of ballotsOfBucket(db, consultation, bucket)) pages.push(...page);
      return pages;
    });
    yield* await Promise.all(read);
  }
}

/**
 * All stored items of one consultation from one bucket on, a page at a time; after the last of a bucket comes which
 * bucket is next. In one request where the whole table is small.
 */
export async function* ballotsFrom(
  db: Database,
  consultation: string,
  first: number,
): AsyncGenerator<{ items: Item[]; next?: number }> {
  const few = first === 0 ? await ballotsOfSmallTable(db, consultation) : undefined;
  if (few !== undefined) {
    yield { items: few, next: BUCKETS.length };
    return;
  }
  for (const [place, bucket] of BUCKETS.entries()) {
    if (place < first) continue;
    for await (const items of ballotsOfBucket(db, consultation, bucket)) yield { items };
    yield { items: [], next: place + 1 };
  }
}

/** Those of a table that is one page (1 MB); `undefined` where there is more of it. */
async function ballotsOfSmallTable(
  db: Database,
  consultation: string,
): Promise<Item[] | undefined> {
  const { Items = [], LastEvaluatedKey } = await db.client.send(
    new ScanCommand({ TableName: db.tables.ballots, ConsistentRead: true }),
  );
  if (LastEvaluatedKey !== undefined) return undefined;
  return Items.filter(({ pk }) => consultationOfPartition(pk?.S ?? "") === consultation);
}

/** All stored items of one bucket, a page at a time. */
export async function* ballotsOfBucket(
  db: Database,
  consultation: string,
  bucket: string,
  attributes?: string,
): AsyncGenerator<Item[]> {
  const pages = paginateQuery(
    { client: db.client },
    {
      TableName: db.tables.ballots,
      ...everyBallot(consultation, bucket),
      ProjectionExpression: attributes,
      ConsistentRead: true,
    },
  );
  for await (const { Items } of pages) yield Items ?? [];
}

/** The ids of all stored items of one bucket, withdrawn ones too, a page at a time. */
export async function* idsOfBucket(
  db: Database,
  consultation: string,
  bucket: string,
): AsyncGenerator<string[]> {
  const pages = ballotsOfBucket(db, consultation, bucket, "sk");
  for await (const items of pages) yield items.map(ballotName);
}
