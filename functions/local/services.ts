import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Assets } from "../../web/page/assets.ts";
import { installationFrom } from "../installation.ts";
import { folderFiles } from "../files/folder.ts";
import { NEWS_BY } from "../memory/cached.ts";
import { ANSWER_BY } from "../part-limits.ts";
import type { LogLine, Services } from "../services.ts";
import { connect, type Database } from "../store/database.ts";
import { connectStreams } from "../store/stream.ts";
import { watched } from "../watched-database.ts";
import { type Connection, configOf } from "./database.ts";
import { tablesUnder } from "./foreign.ts";
import { mayMake } from "./loss.ts";
import { installationSecret } from "./secret.ts";

/** What the tables are called in a local database, which holds nothing else. */
export const LOCAL_TABLES = tablesUnder("");

/** What the tables are called in a database. */
const tablesOf = ({ foreign }: Pick<Connection, "foreign">): Database["tables"] =>
  foreign === undefined ? LOCAL_TABLES : tablesUnder(foreign.prefix);

/** What jobs and commands have of one machine: its database, a folder, this process's clock and random source. */
export const localJobServices = (
  folder: string,
  connection: Connection,
): Omit<Services, "secret" | "assets" | "installation"> => ({
  db: connect(tablesOf(connection), configOf(connection)),
  streams: connectStreams(configOf(connection, "streams")),
  files: folderFiles(join(folder, "files")),
  now: () => new Date(),
  newsBy: NEWS_BY,
  answerBy: ANSWER_BY.onOneMachine,
  random: (length) => randomBytes(length),
  log: logLine,
});

/** The world of one machine, with what the pages need besides. */
export const localServices = async (
  folder: string,
  connection: Connection,
  assets: Assets,
): Promise<Services> => {
  const services = localJobServices(folder, connection);
  return {
    ...services,
    db: watched(services.db, services.log),
    secret: await installationSecret(folder, () => mayMake(services, folder)),
    assets,
    installation: installationFrom(process.env),
  };
};

/** One line of JSON on standard error. */
export function logLine(line: LogLine): void {
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
