import { setTimeout as wait } from "node:timers/promises";
import { BatchWriteItemCommand, type WriteRequest } from "@aws-sdk/client-dynamodb";
import type { Database } from "../database.ts";
import { type UnusedInvitation, unusedItem } from "../invitations.ts";

/** Most items that DynamoDB takes in one batch, and how many batches are under way at once. */
const BATCH = 25;
const TOGETHER = 8;

/** How many invitations are stored as one part of a group. */
export const PART = BATCH * TOGETHER;

/** How often what was not taken of a batch is sent again before giving up. */
const TRIES = 8;

/**
 * Stores new, unused invitations: at most a part at once. Batches know no conditions, so nothing
 * keeps a code from being drawn twice but its 80 random bits: after a million codes, the chance that
 * any two are the same is under one in a trillion.
 */
export async function addInvitations(
  db: Database,
  consultation: string,
  invitations: readonly UnusedInvitation[],
): Promise<void> {
  const requests = invitations.map((one) => ({
    PutRequest: { Item: unusedItem(consultation, one) },
  }));
  const batches = Array.from({ length: Math.ceil(requests.length / BATCH) }, (_, index) =>
    requests.slice(index * BATCH, (index + 1) * BATCH),
  );
  await Promise.all(batches.map((batch) => writeBatch(db, batch)));
}

async function writeBatch(db: Database, batch: WriteRequest[]): Promise<void> {
  let left = batch;
  for (let attempt = 1; ; attempt++) {
    const { UnprocessedItems } = await db.client.send(
      new BatchWriteItemCommand({ RequestItems: { [db.tables.main]: left } }),
    );
    left = UnprocessedItems?.[db.tables.main] ?? [];
    if (left.length === 0) return;
    if (attempt === TRIES) throw notTaken();
    await wait(20 * 2 ** attempt);
  }
}

/** Named as the store itself names it, so that it is answered as "busy". */
const notTaken = (): Error =>
  Object.assign(new Error("the store took only part of a batch"), { name: "ThrottlingException" });
