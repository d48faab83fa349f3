/**
 * The tallies: one item for each consultation, in which counts and watermarks move together. A save goes
 * through only over the revision that was loaded, and never over a frozen tally; it is durable when it
 * ends. One that is refused changes nothing, one that fails was made whole or not at all: whoever loads and
 * applies again counts nothing twice, for the watermarks pass over it. Read strongly consistent.
 */
import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Tally } from "../../domain/tally/tally.ts";
import type { Database } from "./database.ts";
import { unpackEarlierTally } from "./earlier-tally.ts";
import { formIn, formOf } from "./form.ts";
import { DamagedItem, type Item } from "./damaged-item.ts";
import { bytes, count, parsed } from "./item.ts";
import { tallyKey } from "./keys.ts";
import { IS_NEW, putIf } from "./put-if.ts";
import { packTally, unpackTally } from "./tally-bytes.ts";
import { putOf, type Write, writeOf } from "./write.ts";

/** A tally as it is kept: with the revision that the next save must find. */
export interface StoredTally {
  tally: Tally;
  revision: number;
  /** Its ballots are being deleted, or are: it counts nothing any more, and no save goes through. */
  frozen?: boolean;
  /** It comes from an earlier form, or from one that did: nothing is published before it is rebuilt. */
  outdated?: boolean;
}

const form = z.object({
  tally: bytes,
  revision: count,
  frozen: z.optional(z.boolean()),
  outdated: z.optional(z.boolean()),
});

/** The tally of a consultation; `undefined` before the first commit. */
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
  if (Item === undefined) return undefined;
  const isEarlier = formIn(Item) === 1;
  const { tally, revision, frozen, outdated } = parsed(Item, form);
  return {
    tally: unpacked(Item, tally, isEarlier ? unpackEarlierTally : unpackTally),
    revision,
    frozen: frozen === true,
    outdated: isEarlier || outdated === true,
  };
}

function unpacked(item: Item, body: Uint8Array, unpack: (body: Uint8Array) => Tally): Tally {
  try {
    return unpack(body);
  } catch {
    throw new DamagedItem(item, "tally");
  }
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
  return putIf(
    db,
    putOf({
      TableName: db.tables.main,
      Item: {
        ...tallyKey(consultation),
        ...formOf("tally"),
        revision: { N: String(loadedRevision + 1) },
        ...(outdated && { outdated: { BOOL: true } }),
        tally: { B: packTally(tally) },
      },
      ConditionExpression:
        loadedRevision === 0 ? IS_NEW : "revision = :loaded AND attribute_not_exists(frozen)",
      ...(loadedRevision > 0 && {
        ExpressionAttributeValues: { ":loaded": { N: String(loadedRevision) } },
      }),
    }),
  );
}

/** The write that freezes a tally: what is deleted from then on is not counted out again. */
export const freezeWrite = (db: Database, consultation: string): Write =>
  writeOf({
    Update: {
      TableName: db.tables.main,
      Key: tallyKey(consultation),
      UpdateExpression: "SET frozen = :yes",
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeValues: { ":yes": { BOOL: true } },
    },
  });
