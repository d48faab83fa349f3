import { access, mkdir, readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import { writePrivately } from "./database-key.ts";
import { copiedFrom } from "./instance.ts";

/**
 * Refuses a folder that was copied, with the key of its data, from one that joined a database: both would write to the
 * same tables. `joined.json` names the folder that joined first, and is written here for the first.
 */
export async function joinOnlyOnce(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "joined.json");
  const here = await realpath(folder);
  const text = await readFile(file, "utf8").catch(() => undefined);
  const first = text === undefined ? undefined : (JSON.parse(text) as { folder: string }).folder;
  const isThere = (path: string) =>
    access(join(path, "database-key")).then(
      () => true,
      () => false,
    );
  const original =
    first !== undefined && first !== here && (await isThere(first))
      ? first
      : await copiedFrom(folder);
  if (original !== undefined) {
    throw new Error(
      `${folder} is a copy of the data folder ${original}, and its key leads to the tables of that one; give KENES_DATA=${original}, or delete joined.json, instance.json and database-key from the copy to begin with tables of its own`,
    );
  }
  if (first !== here) await writePrivately(file, `${JSON.stringify({ folder: here })}\n`);
}
