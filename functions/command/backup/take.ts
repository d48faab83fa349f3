/** A backup's items and files, put where nothing is, read again and compared. */
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Complaint } from "../../local/complaint.ts";
import type { Services } from "../../services.ts";
import { publishedIds } from "../../store/consultations.ts";
import { putStop } from "../../store/counting.ts";
import type { Item } from "../../store/damaged-item.ts";
import { itemOfLine, putItems } from "../../store/whole-table.ts";
import { progress } from "../progress.ts";
import type { Manifest } from "./manifest.ts";
import { Expected, isSaidAnew } from "./readback.ts";

/** How many items are written before more are read. */
const TOGETHER = 500;

/**
 * Takes all of it, and stops every publication until a recount agrees. Whoever was stopped takes all of it again. Throws
 * a `Complaint` where what was written is not what is read.
 */
export async function take(
  { db, files, now }: Pick<Services, "db" | "files" | "now">,
  from: string,
  manifest: Manifest,
): Promise<void> {
  for (const { file } of manifest.files) {
    const bytes = await readFile(join(from, file));
    const name = file.slice("files/".length);
    await files.write(name, bytes, "application/json");
    if (!bytes.equals((await files.read(name)) ?? Buffer.alloc(0))) {
      throw new Complaint(`a release file was not restored as it was: ${name}`);
    }
  }
  // What must last comes first, so that publication is stopped before there is a ballot.
  for (const { table, file, items } of manifest.tables.toReversed()) {
    const tell = progress(`Items restored of ${table}`, items);
    let written = 0;
    const expected = new Expected();
    for await (const some of itemsOf(join(from, file))) {
      const lasting = some.filter((item) => !isSaidAnew(item));
      expected.add(lasting);
      await putItems(db, table, lasting);
      tell((written += some.length));
    }
    await expected.compare(db, table);
    if (table !== "main") continue;
    const since = now().toISOString();
    for (const id of await publishedIds(db)) {
      await putStop(db, id, { reason: "gap", since, differences: [] });
    }
  }
}

/** The items of a table's file, some at a time. */
export async function* itemsOf(file: string): AsyncGenerator<Item[]> {
  let some: Item[] = [];
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Infinity,
  })) {
    some.push(itemOfLine(line));
    if (some.length < TOGETHER) continue;
    yield some;
    some = [];
  }
  yield some;
}
