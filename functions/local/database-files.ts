/**
 * The files of DynamoDB Local while it does not run: whether they are damaged, and whether it ended in order. They are
 * opened by the SQLite that Node brings.
 */
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { writePrivately } from "./database-key.ts";

/** Larger files are not read through at a start: it takes seconds for each gigabyte, in bytes. */
const MOST_TO_CHECK = 2 ** 30;

/** The paths of the database's files below a data folder; none where nothing was ever stored. */
export async function databaseFiles(folder: string): Promise<string[]> {
  const files = join(folder, "database");
  const names = await readdir(files).catch(() => []);
  return names.filter((name) => name.endsWith(".db")).map((name) => join(files, name));
}

/** Which file is damaged, and what is wrong with it, in SQLite's words; `undefined` where none is. */
export async function damageIn(
  folder: string,
): Promise<{ file: string; what: string } | undefined> {
  for (const file of await databaseFiles(folder)) {
    if ((await stat(file)).size > MOST_TO_CHECK) continue;
    const what = damageOf(file);
    if (what !== undefined) return { file, what };
  }
  return undefined;
}

function damageOf(file: string): string | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    const [first] = database.prepare("PRAGMA quick_check(1)").all();
    const said = String(first?.["quick_check"]);
    return said === "ok" ? undefined : said.replaceAll(/\s*\n\s*/g, " ");
  } catch (failure) {
    // Whatever else is in the way, such as a missing right, the start will say.
    const { errcode, message } = failure as Error & { errcode?: number };
    return errcode === DAMAGED || errcode === NO_DATABASE ? message : undefined;
  } finally {
    database?.close();
  }
}

/** Result codes of SQLite. */
const DAMAGED = 11;
const NO_DATABASE = 26;

/** Writes down that the database has ended in order, and what its files were then. */
export async function noteCleanEnd(folder: string): Promise<void> {
  await writePrivately(markFile(folder), `${JSON.stringify(await looks(folder))}\n`);
}

/** Whether nothing has touched the files since the database ended in order. Asked once: it is forgotten then. */
export async function endedCleanly(folder: string): Promise<boolean> {
  const noted = await readFile(markFile(folder), "utf8").catch(() => undefined);
  await rm(markFile(folder), { force: true });
  return noted?.trim() === JSON.stringify(await looks(folder));
}

/** Names, sizes and times of the files. */
const looks = async (folder: string) =>
  Promise.all(
    (await databaseFiles(folder)).map(async (file) => {
      const { size, mtimeMs } = await stat(file);
      return { file, size, mtimeMs };
    }),
  );

const markFile = (folder: string): string => join(folder, "clean-end.json");
