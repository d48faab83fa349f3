import { join } from "node:path";
import { bucketFiles } from "../files/bucket.ts";
import type { Files } from "../files/files.ts";
import { folderFiles } from "../files/folder.ts";
import { EMPTY_PAGES, type ReadingLimits } from "../jobs/stream-reader.ts";
import { readSecret as readStoredSecret } from "../lambda/world.ts";
import { addressIn, regionIn } from "../local/foreign.ts";
import { refuseNewerData } from "../jobs/forms-check.ts";
import { type Instance, readInstance } from "../local/instance.ts";
import { limitsOf } from "../local/jobs.ts";
import { readSecret } from "../local/secret.ts";
import { LOCAL_TABLES, localJobServices } from "../local/services.ts";
import { dataFolder } from "../local/settings.ts";
import type { Services } from "../services.ts";
import { connect, type Database } from "../store/database.ts";
import { connectStreams } from "../store/stream.ts";
import { roughSize } from "../store/whole-table.ts";
import type { Typed } from "./typed.ts";
import { isOutOfReach, lineOf, Unreachable, WrongUse } from "./failure.ts";

/** An installation, as commands work on it. */
export interface Target {
  kind: "machine" | "endpoint" | "aws";
  services: Omit<Services, "secret" | "assets" | "installation">;
  /** What one reading of the stream may take. */
  limits: ReadingLimits;
  /** The data folder, where it keeps anything there. */
  folder: string | undefined;
  /** The running server, of one machine alone. */
  instance: Instance | undefined;
  /** By which address people come, where that is known. */
  url: string | undefined;
  /** The installation's secret; it is never made here. */
  secret(): Promise<Uint8Array>;
  close(): void;
}

/** The installation that is meant. Throws `Unreachable` when it does not answer, `WrongUse` when it is not named. */
export async function openTarget(typed: Typed): Promise<Target> {
  const endpoint = typed.value("endpoint");
  if (endpoint !== undefined && typed.has("aws")) {
    throw new WrongUse("either --endpoint or --aws, not both");
  }
  if (endpoint !== undefined || typed.has("aws")) return readable(await remote(typed, endpoint));
  if (typed.value("tables") !== undefined) {
    throw new WrongUse("--tables belongs to --endpoint or --aws; one machine knows its own");
  }
  return readable(await machine());
}

/** The same, if what is stored there was written by no newer program. */
async function readable(target: Target): Promise<Target> {
  try {
    await refuseNewerData(target.services.db);
    return target;
  } catch (failure) {
    target.close();
    throw failure;
  }
}

async function machine(): Promise<Target> {
  const folder = dataFolder();
  const instance = await readInstance(folder).catch((cause: Error) => {
    throw new Unreachable(cause.message, { cause });
  });
  const services = localJobServices(folder, instance);
  return {
    kind: "machine",
    services,
    limits: limitsOf(instance),
    folder,
    instance,
    url: instance.publicUrl ?? instance.url,
    secret: () => readSecret(folder),
    close: closing(services),
  };
}

async function remote(typed: Typed, endpoint: string | undefined): Promise<Target> {
  const isAws = endpoint === undefined;
  if (!isAws && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? "")) {
    throw new WrongUse(`--endpoint is ${JSON.stringify(endpoint)}; it must be an http address`);
  }
  const [bucket, secretId] = [process.env["FILES_BUCKET"], process.env["SECRET_ID"]];
  const folder = isAws ? undefined : dataFolder();
  const db = connect(tablesOf(typed, isAws), isAws ? {} : at(endpoint));
  const services: Target["services"] = {
    ...localJobServices(folder ?? "", { endpoint: "", accessKeyId: "" }),
    db,
    streams: connectStreams(isAws ? {} : streamsAt(endpoint)),
    files: filesOf(bucket, folder),
  };
  await reach(db, endpoint ?? "AWS");
  return {
    kind: isAws ? "aws" : "endpoint",
    services,
    // DynamoDB Local is recognised by nothing; whoever answers empty in between is read as patiently.
    limits: { emptyPages: EMPTY_PAGES, outOfTime: () => false },
    folder,
    instance: undefined,
    url: process.env["PUBLIC_URL"] || undefined,
    async secret() {
      if (secretId) return readStoredSecret(secretId);
      if (folder === undefined) throw new WrongUse("the environment lacks SECRET_ID");
      return readSecret(folder);
    },
    close: closing(services),
  };
}

/** Any other region than that of the installation shows another, empty database of DynamoDB Local. */
const at = (endpoint: string) => ({ endpoint, region: regionIn(process.env) });

const streamsAt = (endpoint: string) =>
  at(addressIn(process.env, "DYNAMODB_STREAMS_ENDPOINT") ?? endpoint);

function tablesOf(typed: Typed, isAws: boolean): Database["tables"] {
  const given = typed.value("tables")?.split(",");
  if (given !== undefined && (given.length !== 3 || given.includes(""))) {
    throw new WrongUse("--tables takes three names: --tables <ballots>,<main>,<ephemeral>");
  }
  const kinds = ["ballots", "main", "ephemeral"] as const;
  const names = kinds.map((kind, index) => {
    const variable = `${kind.toUpperCase()}_TABLE`;
    const name = given?.[index] || process.env[variable] || (isAws ? "" : LOCAL_TABLES[kind]);
    if (name === "") throw new WrongUse(`the environment lacks ${variable}; or give --tables`);
    return [kind, name] as const;
  });
  return Object.fromEntries(names) as Database["tables"];
}

function filesOf(bucket: string | undefined, folder: string | undefined): Files {
  if (bucket) return bucketFiles(bucket);
  if (folder === undefined) throw new WrongUse("the environment lacks FILES_BUCKET");
  return folderFiles(join(folder, "files"));
}

/** Throws `Unreachable`, with what is in the way, where the tables are not there for us. */
async function reach(db: Database, where: string): Promise<void> {
  try {
    await roughSize(db, "main");
  } catch (cause) {
    if (cause instanceof Error && /^region is missing/i.test(cause.message)) {
      throw new WrongUse("say which region: AWS_REGION", { cause });
    }
    if (!isOutOfReach(cause)) throw cause;
    throw new Unreachable(`no table ${db.tables.main} answers at ${where}: ${lineOf(cause)}`, {
      cause,
    });
  }
}

const closing =
  ({ db, streams }: Pick<Services, "db" | "streams">) =>
  (): void => {
    db.client.destroy();
    streams.destroy();
  };
