import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { readAssets } from "../http/assets.ts";
import { installationFrom } from "../installation.ts";
import { bucketFiles } from "../files/bucket.ts";
import { NEWS_BY } from "../memory/cached.ts";
import type { Services } from "../services.ts";
import { connect } from "../store/database.ts";
import { connectStreams } from "../store/stream.ts";

/** How many empty pages in a row count as a shard's end: DynamoDB may answer empty in between. */
export const EMPTY_PAGES = 20;

/** A function answers with at most 6 MB; of bytes three quarters, since they are written in base 64. */
const MOST_ANSWER = 4_400_000;

/** What every function has: the tables, the files, the clock, chance. No right beyond its role's. */
export const jobServices = (): Pick<
  Services,
  "db" | "streams" | "files" | "now" | "newsBy" | "random" | "log"
> => ({
  db: connect({
    ballots: setting("BALLOTS_TABLE"),
    main: setting("MAIN_TABLE"),
    ephemeral: setting("EPHEMERAL_TABLE"),
  }),
  streams: connectStreams(),
  files: bucketFiles(setting("FILES_BUCKET")),
  now: () => new Date(),
  newsBy: NEWS_BY,
  random: (length) => randomBytes(length),
  log: (line) => console[line.level](JSON.stringify(line)),
});

/** What codes are made with besides: the secret, read once. */
export const codeServices = async (): Promise<
  ReturnType<typeof jobServices> & Pick<Services, "secret">
> => ({
  ...jobServices(),
  secret: await readSecret(setting("SECRET_ID")),
});

/** What the pages and the API need besides: the pages' files' names. */
export const webServices = async (): Promise<Services> => ({
  ...(await codeServices()),
  mostAnswer: MOST_ANSWER,
  assets: await readAssets(join(import.meta.dirname, "../manifest.json")),
  installation: installationFrom(process.env),
});

/** The text of a secret of Secrets Manager. */
export async function readSecret(id: string): Promise<Uint8Array> {
  const { SecretString } = await new SecretsManagerClient().send(
    new GetSecretValueCommand({ SecretId: id }),
  );
  if (SecretString === undefined) throw new Error("the secret of the invitations has no text");
  return new TextEncoder().encode(SecretString);
}

/** A setting that the stack gives each function; without it the function does not start. */
export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`the environment lacks ${name}`);
  return value;
}
