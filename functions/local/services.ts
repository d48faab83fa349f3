import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Assets } from "../../web/page/assets.ts";
import { installationFrom } from "../installation.ts";
import { folderFiles } from "../files/folder.ts";
import { NEWS_BY } from "../memory/cached.ts";
import type { LogLine, Services } from "../services.ts";
import { connect } from "../store/database.ts";
import { connectStreams } from "../store/stream.ts";
import { clientConfig, type Connection } from "./database.ts";
import { installationSecret } from "./secret.ts";

/** What the tables are called in a local database, which holds nothing else. */
export const LOCAL_TABLES = { ballots: "ballots", main: "main", ephemeral: "ephemeral" };

/** The world of one machine: DynamoDB Local, a folder, this process's clock and random source. */
export const localServices = async (
  folder: string,
  connection: Connection,
  assets: Assets,
): Promise<Services> => ({
  db: connect(LOCAL_TABLES, clientConfig(connection)),
  streams: connectStreams(clientConfig(connection)),
  files: folderFiles(join(folder, "files")),
  secret: await installationSecret(folder),
  assets,
  installation: installationFrom(process.env),
  now: () => new Date(),
  newsBy: NEWS_BY,
  random: (length) => randomBytes(length),
  log: logLine,
});

/** One line of JSON on standard error. */
function logLine(line: LogLine): void {
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
