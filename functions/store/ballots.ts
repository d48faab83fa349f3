/**
 * The ballots. Every write says which version it replaces: a ballot goes over the version before it and
 * never over a withdrawal, an expert's first one together with the use of the invitation. Durable when the
 * write ends. One that is refused comes with what is stored instead; one that fails was made whole or not
 * at all, and sent again it is made, or refused with its own item. Read strongly consistent.
 */
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  TransactWriteItemsCommand,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import type { Panel } from "../../domain/ballot/ballot.ts";
import { type BallotWrite, ballotItem, tombstoneItem } from "./ballot-item.ts";
import type { Database } from "./database.ts";
import type { Item } from "./damaged-item.ts";
import { ballotKey } from "./keys.ts";
import { IS_NEW, putIf } from "./put-if.ts";
import { useInvitation } from "./invitations.ts";
import { putOf } from "./write.ts";

/** What became of a conditional write: done, with the item that is stored now, or refused with what is stored instead. */
export type WriteResult =
  | { written: "created" | "revised"; item: Item }
  | { refused: Item | undefined };

/**
 * Stores a ballot by exactly one conditional write: only as the first version or as the one after
 * the stored one, only in the same panel, never over a withdrawal.
 */
export async function putBallot(db: Database, write: BallotWrite): Promise<WriteResult> {
  const put = conditionalPut(db, write, "same-panel");
  try {
    const { Attributes } = await db.client.send(
      new PutItemCommand({ ...put, ReturnValues: "ALL_OLD" }),
    );
    return { written: Attributes === undefined ? "created" : "revised", item: put.Item };
  } catch (failure) {
    if (failure instanceof ConditionalCheckFailedException) return { refused: failure.Item };
    throw failure;
  }
}

/**
 * Stores an expert's first ballot and uses up the invitation, both or neither. The invitation's
 * item learns nothing of the ballot, and the ballot nothing of the invitation.
 */
export async function putInvitedBallot(
  db: Database,
  write: BallotWrite,
  invitationHash: string,
  today: string,
): Promise<WriteResult> {
  const put = conditionalPut(db, write, "any-panel");
  try {
    await db.client.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          { Update: useInvitation(db, write.consultation, invitationHash, today) },
          { Put: put },
        ],
      }),
    );
    return { written: write.revision === 1 ? "created" : "revised", item: put.Item };
  } catch (failure) {
    if (!(failure instanceof TransactionCanceledException)) throw failure;
    const refused = failure.CancellationReasons?.some(
      (reason) => reason.Code === "ConditionalCheckFailed",
    );
    // Cancelled for another reason (a conflict, throttling): nothing was refused, try again later.
    if (refused !== true) throw failure;
    return { refused: await getBallot(db, write.consultation, write.id) };
  }
}

/** The stored item of a ballot; `undefined` when there is none. */
export async function getBallot(
  db: Database,
  consultation: string,
  id: string,
): Promise<Item | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.ballots,
      Key: ballotKey(consultation, id),
      ConsistentRead: true,
    }),
  );
  return Item;
}

/** Puts a tombstone in the place of the version that was read; false when another came between. */
export async function putTombstone(
  db: Database,
  consultation: string,
  id: string,
  readRevision: number,
  day: string,
): Promise<boolean> {
  return putIf(
    db,
    putOf({
      TableName: db.tables.ballots,
      Item: tombstoneItem(consultation, id, readRevision + 1, day),
      ConditionExpression: "revision = :read AND attribute_not_exists(withdrawn)",
      ExpressionAttributeValues: { ":read": { N: String(readRevision) } },
    }),
  );
}

/** Deletes a ballot for good, and its tombstone: of an archived consultation only, by a job only. */
export async function deleteBallot(db: Database, consultation: string, id: string): Promise<void> {
  await db.client.send(
    new DeleteItemCommand({ TableName: db.tables.ballots, Key: ballotKey(consultation, id) }),
  );
}

function conditionalPut(
  db: Database,
  write: BallotWrite,
  panels: "same-panel" | "any-panel",
): PutItemCommandInput & { Item: Item } {
  const { revision, content } = write;
  const inTable = {
    TableName: db.tables.ballots,
    Item: ballotItem(write),
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  } as const;
  if (write.onlyNew === true) return { ...inTable, ConditionExpression: IS_NEW };
  const samePanel = panels === "same-panel" ? " AND panel = :panel" : "";
  const panel: Record<string, { S: Panel }> =
    panels === "same-panel" ? { ":panel": { S: content.panel } } : {};
  return {
    ...inTable,
    ConditionExpression: `${IS_NEW} OR (revision = :before AND attribute_not_exists(withdrawn)${samePanel})`,
    ExpressionAttributeValues: { ":before": { N: String(revision - 1) }, ...panel },
  };
}
