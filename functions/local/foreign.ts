/** A database of others: any server that speaks DynamoDB and asks who comes, where DynamoDB Local shows its tables to a key. */
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { TableName } from "../store/table.ts";
import { Complaint } from "./complaint.ts";

/** What of such a database is not its address. No secret is among it, and it may be written down. */
export interface Foreign {
  /** Where its streams answer, if elsewhere. */
  streams: string | undefined;
  region: string;
  /** What the names of the tables begin with. */
  prefix: string;
  /** Where the credentials are read each time: `environment`, or the path of a file. They are kept nowhere. */
  credentials: string;
}

const ENVIRONMENT = "environment";

/** The names of the variables, which are also those of the lines of a file. */
const NAMES = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"] as const;

/** As commands with `--endpoint` have it too, so that both sign for the same one. */
export const regionIn = (env: NodeJS.ProcessEnv): string =>
  env["AWS_REGION"] || env["AWS_DEFAULT_REGION"] || "kenes-local";

/**
 * Reads `DYNAMODB_CREDENTIALS` (`environment`, or a file), `DYNAMODB_STREAMS_ENDPOINT`, `DYNAMODB_PREFIX` and the region.
 * `undefined` without the first: then the database is a DynamoDB Local, asked under this installation's own key. It must be
 * said: credentials that happen to be in an environment lead nobody to other tables. Throws what to write instead.
 */
export function foreignIn(env: NodeJS.ProcessEnv): Foreign | undefined {
  const credentials = env["DYNAMODB_CREDENTIALS"] || undefined;
  if (credentials === undefined) {
    for (const name of ["DYNAMODB_STREAMS_ENDPOINT", "DYNAMODB_PREFIX"]) {
      if (env[name]) throw new Complaint(`${name} needs DYNAMODB_CREDENTIALS`);
    }
    return undefined;
  }
  if (!env["DYNAMODB_ENDPOINT"])
    throw new Complaint("DYNAMODB_CREDENTIALS needs DYNAMODB_ENDPOINT");
  const prefix = env["DYNAMODB_PREFIX"] || "kenes-";
  if (!/^[\w.-]{1,100}$/.test(prefix)) {
    throw new Complaint(
      `DYNAMODB_PREFIX is ${JSON.stringify(prefix)}; table names have letters, digits, _, - and . alone`,
    );
  }
  return {
    streams: addressIn(env, "DYNAMODB_STREAMS_ENDPOINT"),
    region: regionIn(env),
    prefix,
    credentials: credentials === ENVIRONMENT ? ENVIRONMENT : resolve(credentials),
  };
}

/** An address of a database in a variable; `undefined` where it is not set. Throws for what is none. */
export function addressIn(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const text = env[name] || undefined;
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "") {
    throw new Complaint(
      `${name} is no address of a database; it must be one such as https://db.example.org:18443, without a name or password`,
    );
  }
  return text;
}

/** What the three tables are called there. */
export const tablesUnder = (prefix: string): Record<TableName, string> => ({
  ballots: `${prefix}ballots`,
  main: `${prefix}main`,
  ephemeral: `${prefix}ephemeral`,
});

/** The credentials, read now. Throws a `Complaint` that holds nothing of them. */
export async function credentialsOf({ credentials }: Pick<Foreign, "credentials">) {
  const found = credentials === ENVIRONMENT ? process.env : linesOf(await readPrivate(credentials));
  const [accessKeyId, secretAccessKey, sessionToken] = NAMES.map((name) => found[name]);
  if (!accessKeyId || !secretAccessKey) {
    const where = credentials === ENVIRONMENT ? "the environment" : credentials;
    throw new Complaint(`${where} lacks ${accessKeyId ? NAMES[1] : NAMES[0]} for the database`);
  }
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}

async function readPrivate(file: string): Promise<string> {
  try {
    const { mode } = await stat(file);
    // Who else may read what is in the folder of systemd, systemd sees to.
    const isGuarded = process.platform === "win32" || file.startsWith("/run/credentials/");
    if (!isGuarded && (mode & 0o077) !== 0) {
      throw new Complaint(`others may read ${file}, which holds credentials: chmod 600 ${file}`);
    }
    return await readFile(file, "utf8");
  } catch (cause) {
    if (cause instanceof Complaint) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    throw new Complaint(`Cannot read the credentials in ${file} (${code})`, { cause });
  }
}

/** `NAME=value`, a line each. */
const linesOf = (text: string): Record<string, string | undefined> =>
  Object.fromEntries(
    text.split(/\r?\n/).map((line) => {
      const [, name = "", value = ""] = /^\s*([A-Z_]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
      return [name, value];
    }),
  );
