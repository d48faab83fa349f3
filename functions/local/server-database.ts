/** The database of a server whose folder it holds: looked after before it starts, while it runs, and when it has ended. */
import type { Services } from "../services.ts";
import { type Database, joinDatabase } from "./database.ts";
import { endedCleanly, noteCleanEnd } from "./database-files.ts";
import type { DatabaseTrouble } from "./database-trouble.ts";
import { refuseDamaged } from "./damage.ts";
import { erase, MOST_AT_END, MOST_AT_START } from "./erase.ts";
import { holdForRestart, type Instance } from "./instance.ts";
import { anyPort } from "./port.ts";
import { type OwnDatabase, startDatabase } from "./start-database.ts";
import { supervise } from "./supervise.ts";
import type { Foreign } from "./foreign.ts";
import type { Troubles } from "./troubles.ts";

const TROUBLES = { damaged: "database-damaged", full: "disk-full" } as const;

interface Ways {
  folder: string;
  /** Where a database runs that is joined, and how it is asked if it is no DynamoDB Local. */
  joined: string | undefined;
  foreign: Foreign | undefined;
  /** Path of the keeper module. */
  keeper: string;
  /** Makes known where the database is, at first and whenever it was started again. */
  record: (database: Database & Pick<Instance, "own">) => Promise<void>;
  troubles: Troubles;
  log: Services["log"];
}

/** Who reaches a database: this machine, every machine on the network, or as whoever runs it has decided. */
export type Reach = "secluded" | "open" | "joined" | "foreign";

export interface ServerDatabase extends Database {
  reach: Reach;
}

/** The database, running. It stays there when it ends by itself, unless that goes on and on (`supervise`). */
export async function serverDatabase(ways: Ways): Promise<ServerDatabase> {
  const { folder, joined, foreign, keeper, record, troubles, log } = ways;
  if (joined !== undefined) {
    const database = await joinDatabase(folder, joined, foreign);
    await record(database);
    return { ...database, reach: foreign === undefined ? "joined" : "foreign" };
  }
  if (!(await endedCleanly(folder))) {
    await refuseDamaged(folder);
    await eraseUpTo(MOST_AT_START);
  }
  // On a full disk there is no room for it: a start and an end go on without.
  async function eraseUpTo(most: number): Promise<void> {
    try {
      const left = await erase(folder, most);
      if (left.length > 0) log({ level: "warn", event: "not-erased", files: left, most });
    } catch (failure) {
      log({ level: "warn", event: "not-erased", failure: String(failure) });
    }
  }
  const start = (port?: number): Promise<OwnDatabase> => {
    const ports = port === undefined ? [] : [port];
    const choosePort = () => ports.pop() ?? anyPort();
    const onTrouble = (trouble: DatabaseTrouble) => troubles.begin(TROUBLES[trouble], { folder });
    return startDatabase({ folder, keeper, choosePort, onTrouble });
  };
  const first = await start().catch(async (failure: unknown) => {
    // What it says itself names neither the file nor what to do.
    await refuseDamaged(folder);
    throw failure;
  });
  await record({ ...first, own: first });
  const kept = supervise(first, {
    start,
    hold: () => holdForRestart(folder),
    after: (next) => record({ ...next, own: next }),
    log,
  });
  return {
    get endpoint() {
      return kept.endpoint;
    },
    accessKeyId: kept.accessKeyId,
    reach: first.isSecluded ? "secluded" : "open",
    exited: kept.exited,
    async stop() {
      await kept.stop();
      await eraseUpTo(MOST_AT_END);
      // Without the note the next start looks the files through, and nothing else.
      await noteCleanEnd(folder).catch(() => {});
    },
  };
}
