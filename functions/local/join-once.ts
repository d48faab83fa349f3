import { access, mkdir, readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import { writePrivately } from "./database-key.ts";
import { copiedFrom } from "./instance.ts";

/**
 * Refuses a folder that was copied, with the key of its data, from one that joined a database: both would write to the
 * same tables. `joined.json` names the folder that joined first, and is written here for the first. `prefix` is that of the
 * tables in a database that is asked with credentials.
 */
export async function joinOnlyOnce(folder: string, prefix?: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "joined.json");
  const here = await realpath(folder);
  const text = await readFile(file, "utf8").catch(() => undefined);
  const first = text === undefined ? undefined : (JSON.parse(text) as { folder: string }).folder;
  const isThere = (path: string) =>
    access(join(path, prefix === undefined ? "database-key" : "joined.json")).then(
      () => true,
      () => false,
    );
  const original =
    first !== undefined && first !== here && (await isThere(first))
      ? first
      : await copiedFrom(folder);
  if (original !== undefined) {
    const [leads, begin] =
      prefix === undefined
        ? ["its key leads", "delete joined.json, instance.json and database-key from the copy"]
        : [`${prefix}* leads`, "delete the copy and give another DYNAMODB_PREFIX"];
    throw new Error(
      `${folder} is a copy of the data folder ${original}, and ${leads} to the tables of that one; give KENES_DATA=${original}, or ${begin} to begin with tables of its own`,
    );
  }
  if (first !== here) await writePrivately(file, `${JSON.stringify({ folder: here })}\n`);
}
