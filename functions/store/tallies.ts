import { deflateRawSync, inflateRawSync } from "node:zlib";
import { GetItemCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Panel } from "../../domain/ballot.ts";
import {
  type Cell,
  cellFrom,
  emptyCell,
  emptyPanelCell,
  type PanelCell,
  type PlainCell,
  plainCell,
} from "../../domain/tally/cell.ts";
import type { Tally, Watermark } from "../../domain/tally/tally.ts";
import type { Database } from "./database.ts";
import { IS_NEW, putIf } from "./put-if.ts";

/** A tally as it is kept: with the revision that the next save must find. */
export interface KeptTally {
  tally: Tally;
  revision: number;
  /** Its ballots are being deleted, or are: it counts nothing any more, and no save goes through. */
  frozen?: boolean;
}

const tallyKey = (consultation: string) => ({
  pk: { S: `C#${consultation}` },
  sk: { S: "TALLY" },
});

/** The tally of a consultation, strongly consistent; `undefined` before the first commit. */
export async function loadTally(
  db: Database,
  consultation: string,
): Promise<KeptTally | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: tallyKey(consultation),
      ConsistentRead: true,
    }),
  );
  const body = Item?.["tally"]?.B;
  if (body === undefined) return undefined;
  return {
    tally: unpackTally(body),
    revision: Number(Item?.["revision"]?.N),
    frozen: Item?.["frozen"]?.BOOL === true,
  };
}

/**
 * Saves counts and watermarks together in one item, only over the revision that was loaded (0: none
 * yet), and never once it is frozen. False when another writer came first: load again, apply again.
 */
export async function saveTally(
  db: Database,
  consultation: string,
  tally: Tally,
  loadedRevision: number,
): Promise<boolean> {
  return putIf(db, {
    TableName: db.tables.main,
    Item: {
      ...tallyKey(consultation),
      revision: { N: String(loadedRevision + 1) },
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

interface PackedTally {
  epoch: number;
  watermarks: Record<string, Watermark>;
  unreadable: number;
  setHash: string;
  cells: Record<Panel, PlainCell>;
  segments: Record<string, PlainCell>;
}

/** A tally as compressed bytes; what one commit costs follows from their length. */
export function packTally(tally: Tally): Uint8Array {
  const plain = (cells: Record<string, Cell>) =>
    Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, plainCell(cell)]));
  const packed: PackedTally = {
    epoch: tally.epoch,
    watermarks: tally.watermarks,
    unreadable: tally.unreadable,
    setHash: tally.setHash.toString(16),
    cells: plain(tally.cells) as PackedTally["cells"],
    segments: plain(tally.segments),
  };
  return deflateRawSync(JSON.stringify(packed));
}

/** Counts that an older program did not keep are read as zero; the next recount finds them wrong. */
function unpackTally(body: Uint8Array): Tally {
  const packed = JSON.parse(inflateRawSync(body).toString("utf8")) as PackedTally;
  const panel = (name: Panel): PanelCell => {
    const plain = packed.cells[name];
    return cellFrom(plain, emptyPanelCell((plain["first"] as number[]).length));
  };
  const segments = Object.entries(packed.segments ?? {}).map(([key, plain]): [string, Cell] => [
    key,
    cellFrom(plain, emptyCell((plain["first"] as number[]).length)),
  ]);
  return {
    epoch: packed.epoch,
    watermarks: packed.watermarks,
    unreadable: packed.unreadable,
    setHash: BigInt(`0x${packed.setHash}`),
    cells: { public: panel("public"), expert: panel("expert") },
    segments: Object.fromEntries(segments),
  };
}
