import { type Database, joinDatabase } from "./database.ts";
import type { Instance } from "./instance.ts";
import { foreignDatabase } from "./settings.ts";
import { startDatabase } from "./start-database.ts";

/**
 * The database of an installation whose folder is held: the one that runs at `joined`, or one of its own
 * that the keeper, a module's path, sees to; of that also the processes. Throws when there is neither.
 */
export async function openDatabase(
  folder: string,
  joined: string | undefined,
  keeper: string,
): Promise<{ database: Database } & Pick<Instance, "own">> {
  if (joined !== undefined) {
    return { database: await joinDatabase(folder, joined, foreignDatabase()) };
  }
  const database = await startDatabase({ folder, keeper });
  const { keeperPid, databasePid } = database;
  return { database, own: { keeperPid, databasePid } };
}
