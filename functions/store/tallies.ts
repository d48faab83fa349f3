/**
 * The tallies: one item for each consultation, in which counts and watermarks move together. A save goes
 * through only over the revision that was loaded, and never over a frozen tally; it is durable when it
 * ends. One that is refused changes nothing, one that fails was made whole or not at all: whoever loads and
 * applies again counts nothing twice, for the watermarks pass over it. Read strongly consistent.
 */
import { type AttributeValue, GetItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { COUNTING } from "../../domain/tally/fold.ts";
import type { Tally } from "../../domain/tally/tally.ts";
import type { Database } from "./database.ts";
import { unpackEarlierTally } from "./earlier-tally.ts";
import { formIn, formOf, NewerForm } from "./form.ts";
import { DamagedItem, type Item } from "./damaged-item.ts";
import { bytes, count, parsed } from "./item.ts";
import { tallyKey } from "./keys.ts";
import { IS_NEW, putIf } from "./put-if.ts";
import { packTally, unpackTally } from "./tally-bytes.ts";
import { type ConditionalPut, putOf, type Write, writeOf } from "./write.ts";

/** A tally as it is kept: with the revision that the next save must find. */
export interface StoredTally {
  tally: Tally;
  revision: number;
  /** Its ballots are being deleted, or are: it counts nothing any more, and no save goes through. */
  frozen?: boolean;
  /**
   * It was counted by an earlier version of what is counted, or goes on from one that was: nothing is published
   * before it is rebuilt from the ballots.
   */
  outdated?: boolean;
}

/** What stands in the place of a tally and cannot be read. */
export interface DamagedTally {
  damaged: Item;
}

const form = z.object({
  tally: bytes,
  revision: count,
  frozen: z.optional(z.boolean()),
  outdated: z.optional(z.boolean()),
  counting: z.optional(count),
});

/** The version of what is counted in tallies that do not say it. */
const COUNTING_UNSAID = 1;

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
  return Item && readTally(Item);
}

/** The same; where what is stored cannot be read, that. Throws `NewerForm` all the same: that one can be read, by another program. */
export async function loadTallyOrDamage(
  db: Database,
  consultation: string,
): Promise<StoredTally | DamagedTally | undefined> {
  try {
    return await loadTally(db, consultation);
  } catch (failure) {
    if (!(failure instanceof DamagedItem)) throw failure;
    return { damaged: failure.item };
  }
}

/** Throws `DamagedItem`, and `NewerForm` also for a tally that counts what this program does not know of. */
function readTally(item: Item): StoredTally {
  const isEarlier = formIn(item) === 1;
  const { tally, revision, frozen, outdated, counting = COUNTING_UNSAID } = parsed(item, form);
  if (counting > COUNTING) throw new NewerForm(item, counting, COUNTING);
  return {
    tally: unpacked(item, tally, isEarlier ? unpackEarlierTally : unpackTally),
    revision,
    frozen: frozen === true,
    outdated: isEarlier || outdated === true || counting < COUNTING,
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
export const saveTally = (
  db: Database,
  consultation: string,
  tally: Tally,
  loadedRevision: number,
  outdated = false,
): Promise<boolean> => putIf(db, tallyPut(db, consultation, tally, loadedRevision, outdated));

/** The write of `saveTally`, to be made together with others. */
export const tallyPut = (
  db: Database,
  consultation: string,
  tally: Tally,
  loadedRevision: number,
  outdated = false,
): ConditionalPut =>
  putOf({
    TableName: db.tables.main,
    Item: {
      ...tallyItem(consultation, tally, loadedRevision + 1),
      ...(outdated && { outdated: { BOOL: true } }),
    },
    ConditionExpression:
      loadedRevision === 0 ? IS_NEW : "revision = :loaded AND attribute_not_exists(frozen)",
    ...(loadedRevision > 0 && {
      ExpressionAttributeValues: { ":loaded": { N: String(loadedRevision) } },
    }),
  });

/**
 * The write that puts a tally in the place of one that cannot be read, where it is still the same. Its
 * revision is above every one there was, which is what tells of losses: the seconds since 1970, where the old one cannot be read
 * either. A commit raises it by one, and none takes less than a second.
 */
export function tallyAnew(
  db: Database,
  consultation: string,
  tally: Tally,
  { damaged: { revision, tally: body } }: DamagedTally,
  now: Date,
): ConditionalPut {
  const before = count.safeParse(Number(revision?.N));
  const next = before.success ? before.data + 1 : Math.floor(now.getTime() / 1000);
  const same = (name: string, value: AttributeValue | undefined) =>
    value === undefined ? `attribute_not_exists(${name})` : `${name} = :${name}`;
  const values = {
    ...(revision !== undefined && { ":revision": revision }),
    ...(body !== undefined && { ":tally": body }),
  };
  return putOf({
    TableName: db.tables.main,
    Item: tallyItem(consultation, tally, next),
    ConditionExpression: `${same("revision", revision)} AND ${same("tally", body)}`,
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  });
}

const tallyItem = (consultation: string, tally: Tally, revision: number): Item => ({
  ...tallyKey(consultation),
  ...formOf("tally"),
  counting: { N: String(COUNTING) },
  revision: { N: String(revision) },
  tally: { B: packTally(tally) },
});

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
