/**
 * Withdrawn means gone: what a database still holds of ballots that were withdrawn or deleted, while it does not run.
 * It keeps every change of a ballot for a day, with what stood there before, and does not wipe what it lets go of.
 */
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CURSORS } from "../store/keys.ts";
import type { Item } from "../store/damaged-item.ts";
import { databaseFiles } from "./database-files.ts";
import { LOCAL_TABLES } from "./services.ts";

/** Larger files are left alone, in bytes: writing one anew takes about a second for each hundred megabytes. */
export const MOST_AT_END = 256 * 2 ** 20;
export const MOST_AT_START = 2 * 2 ** 30;

/**
 * Takes the answers of ballots that are gone out of the changes that were counted, and writes the files anew without
 * anything that is not used any more. A change that was not counted yet stays as it is: the next time it goes too.
 * Returns the files that were left alone because they have more than `most` bytes. Either all of a file is done or nothing.
 */
export async function erase(folder: string, most: number): Promise<string[]> {
  const left: string[] = [];
  for (const file of await databaseFiles(folder)) {
    if ((await stat(file)).size > most) left.push(file);
    else eraseIn(file);
  }
  return left;
}

function eraseIn(file: string): void {
  // The copy that is made meanwhile is private like the file.
  process.env["SQLITE_TMPDIR"] = dirname(file);
  const database = new DatabaseSync(file);
  try {
    database.exec("PRAGMA secure_delete = ON");
    if (hasTables(database)) reduceChanges(database);
    database.exec("VACUUM");
  } finally {
    database.close();
  }
}

/** The tables of DynamoDB Local that matter here: changes (`us`), and our own. */
const hasTables = (database: DatabaseSync): boolean =>
  ["us", LOCAL_TABLES.ballots, LOCAL_TABLES.ephemeral].every(
    (name) =>
      database
        .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?")
        .get(name) !== undefined,
  );

/**
 * Of ballots that are gone every counted change becomes one of a withdrawn ballot: read once more, by a tally that began
 * anew, all of them together still come to nothing, as they did.
 */
function reduceChanges(database: DatabaseSync): void {
  const counted = countedUntil(database);
  const remain = new Set<string>();
  for (const row of database
    .prepare(`SELECT ObjectJSON AS item FROM "${LOCAL_TABLES.ballots}"`)
    .iterate()) {
    const item = read(row["item"]) as Item;
    if (item["withdrawn"]?.BOOL !== true) remain.add(nameOf(item));
  }
  const changes = database.prepare(
    "SELECT SequenceNumber AS at, ShardID AS shard, StreamRecord AS record FROM us",
  );
  const uncounted = new Set<string>();
  const reduced = new Map<number, { name: string; record: string }>();
  for (const { at, shard, record } of changes.iterate()) {
    const change = read(record) as Change;
    const keys = change.Dynamodb.Keys;
    const name = nameOf(keys);
    if (remain.has(name)) continue;
    if (Number(at) > (counted.get(String(shard)) ?? 0)) uncounted.add(name);
    else if (saysAnything(change))
      reduced.set(Number(at), { name, record: withoutAnswers(change) });
  }
  const write = database.prepare("UPDATE us SET StreamRecord = ? WHERE SequenceNumber = ?");
  database.exec("BEGIN IMMEDIATE");
  for (const [at, { name, record }] of reduced) {
    if (!uncounted.has(name)) write.run(Buffer.from(record), at);
  }
  database.exec("COMMIT");
}

/** How a change is kept. */
interface Change {
  Dynamodb: { Keys: Item; NewImage?: Item; OldImage?: Item };
}

const read = (bytes: unknown): unknown => JSON.parse(Buffer.from(bytes as Uint8Array).toString());

const nameOf = (item: Item): string => `${item["pk"]?.S} ${item["sk"]?.S}`;

const imagesOf = ({ Dynamodb: { NewImage, OldImage } }: Change): Item[] =>
  [NewImage, OldImage].filter((image) => image !== undefined);

const saysAnything = (change: Change): boolean =>
  imagesOf(change).some((image) => image["withdrawn"]?.BOOL !== true);

function withoutAnswers(change: Change): string {
  for (const image of imagesOf(change)) {
    for (const name of Object.keys(image)) if (!KEPT.has(name)) delete image[name];
    image["withdrawn"] = { BOOL: true };
  }
  return JSON.stringify(change);
}

/** What a withdrawn ballot keeps. */
const KEPT = new Set(["pk", "sk", "form", "revision", "day"]);

/** Up to which change each shard was counted for certain. */
function countedUntil(database: DatabaseSync): Map<string, number> {
  const counted = new Map<string, number>();
  const partition = CURSORS.key("").pk.S;
  const rows = database.prepare(`SELECT ObjectJSON AS item FROM "${LOCAL_TABLES.ephemeral}"`);
  for (const row of rows.iterate()) {
    const item = read(row["item"]) as Item;
    const sequence = item["sequence"]?.S;
    if (item["pk"]?.S === partition && sequence !== undefined) {
      counted.set(CURSORS.name(item), Number(sequence));
    }
  }
  return counted;
}
