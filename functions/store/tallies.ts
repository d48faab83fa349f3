import { GetItemCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Tally } from "../../domain/tally/tally.ts";
import type { Database } from "./database.ts";
import { unpackEarlierTally } from "./earlier-tally.ts";
import { IS_NEW, putIf } from "./put-if.ts";
import { packTally, TALLY_FORM, unpackTally } from "./tally-bytes.ts";

/** A tally as it is kept: with the revision that the next save must find. */
export interface StoredTally {
  tally: Tally;
  revision: number;
  /** Its ballots are being deleted, or are: it counts nothing any more, and no save goes through. */
  frozen?: boolean;
  /** It comes from an earlier form, or from one that did: nothing is published before it is rebuilt. */
  outdated?: boolean;
}

const tallyKey = (consultation: string) => ({
  pk: { S: `C#${consultation}` },
  sk: { S: "TALLY" },
});

/** The tally of a consultation, strongly consistent; `undefined` before the first commit. */
export async function loadTally(
  db: Database,
  consultation: string,
): Promise<StoredTally | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: tallyKey(consultation),
      ConsistentRead: true,
    }),
  );
  const body = Item?.["tally"]?.B;
  if (body === undefined) return undefined;
  const isEarlier = Item?.["form"] === undefined;
  return {
    tally: isEarlier ? unpackEarlierTally(body) : unpackTally(body),
    revision: Number(Item?.["revision"]?.N),
    frozen: Item?.["frozen"]?.BOOL === true,
    outdated: isEarlier || Item?.["outdated"]?.BOOL === true,
  };
}

/**
 * Saves counts and watermarks together in one item, only over the revision that was loaded (0: none
 * yet), and never once it is frozen. `outdated`: what was loaded was so, and nothing has mended it. False when another writer came first: load again, apply again.
 */
export async function saveTally(
  db: Database,
  consultation: string,
  tally: Tally,
  loadedRevision: number,
  outdated = false,
): Promise<boolean> {
  return putIf(db, {
    TableName: db.tables.main,
    Item: {
      ...tallyKey(consultation),
      revision: { N: String(loadedRevision + 1) },
      form: { N: String(TALLY_FORM) },
      ...(outdated && { outdated: { BOOL: true } }),
      tally: { B: packTally(tally) },
    },
    ConditionExpression:
      loadedRevision === 0 ? IS_NEW : "revision = :loaded AND attribute_not_exists(frozen)",
    ...(loadedRevision > 0 && {
      ExpressionAttributeValues: { ":loaded": { N: String(loadedRevision) } },
    }),
  });
}

/** The write that freezes a tally: what is deleted from then on is not counted out again. */
export const freezeWrite = (db: Database, consultation: string): TransactWriteItem => ({
  Update: {
    TableName: db.tables.main,
    Key: tallyKey(consultation),
    UpdateExpression: "SET frozen = :yes",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeValues: { ":yes": { BOOL: true } },
  },
});
