import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { MOST_BODY } from "../../domain/most-bytes.ts";
import { readAssets } from "../http/assets.ts";
import { installationFrom } from "../installation.ts";
import { bucketFiles } from "../files/bucket.ts";
import { NewerData, recordForms } from "../jobs/forms-check.ts";
import { checkSecret, OtherSecret } from "../jobs/secret-check.ts";
import { NEWS_BY } from "../memory/cached.ts";
import { ANSWER_BY, clientLimits, IN_A_FUNCTION } from "../part-limits.ts";
import type { Services } from "../services.ts";
import { connect, sayable } from "../store/database.ts";
import { connectStreams } from "../store/stream.ts";
import { watched } from "../watched-database.ts";

/** Says when the time of a run that begins now is over, whatever the clock shows. */
export function endOfRun(ms: number): () => boolean {
  const end = performance.now() + ms;
  return () => performance.now() > end;
}

/** What every function has: the tables, the files, the clock, chance. No right beyond its role's. */
export const jobServices = (): Pick<
  Services,
  "db" | "streams" | "files" | "now" | "newsBy" | "answerBy" | "random" | "log"
> => ({
  db: watched(
    connect(
      {
        ballots: setting("BALLOTS_TABLE"),
        main: setting("MAIN_TABLE"),
        ephemeral: setting("EPHEMERAL_TABLE"),
      },
      LIMITS,
    ),
    log,
  ),
  streams: connectStreams(LIMITS),
  files: bucketFiles(setting("FILES_BUCKET"), new S3Client(LIMITS)),
  now: () => new Date(),
  newsBy: NEWS_BY,
  random: (length) => randomBytes(length),
  answerBy: ANSWER_BY.inAFunction,
  log,
});

/** The line itself and not its text: as text it would be one value to CloudWatch, and no filter would find an event in it. */
export const log: Services["log"] = (line) => console[line.level](line);

/** Whatever a function waits for ends before the function does. */
const LIMITS = clientLimits(IN_A_FUNCTION);

/** What codes are made with besides: the secret, read once. */
export const codeServices = async (): Promise<
  ReturnType<typeof jobServices> & Pick<Services, "secret">
> => ({
  ...jobServices(),
  secret: await readSecret(setting("SECRET_ID")),
});

/** What the pages and the API need besides: the pages' files' names. */
export const webServices = async (): Promise<Services> => ({
  ...(await withKnownSecret(await codeServices())),
  mostAnswer: MOST_BODY,
  assets: await readAssets(join(import.meta.dirname, "../manifest.json")),
  installation: installationFrom(process.env),
});

/**
 * The same, after forms and secret were compared with what the database was used with: a few reads when a function starts, over the
 * connection that its first request needs anyway. Where the database is away nothing is compared.
 */
async function withKnownSecret<World extends Awaited<ReturnType<typeof codeServices>>>(
  services: World,
): Promise<World> {
  const saying = (code: string) =>
    `Give the old value back to the secret; or, to go on with another one, which voids every code and link that was handed out, set KENES_ACCEPT_LOSS=${code} for the function Web.`;
  const compare = async () => {
    await recordForms(services);
    await checkSecret(services, process.env["KENES_ACCEPT_LOSS"], saying);
  };
  await compare().catch((failure: unknown) => {
    if (failure instanceof OtherSecret) {
      services.log({ level: "error", event: "secret-refused" });
      throw failure;
    }
    if (failure instanceof NewerData) throw failure;
    services.log({ level: "warn", event: "secret-not-compared", failure: sayable(failure) });
  });
  return services;
}

/** A secret of Secrets Manager: its text, or the bytes of one that came from elsewhere (`hex:…`). */
export async function readSecret(id: string): Promise<Uint8Array> {
  const { SecretString } = await new SecretsManagerClient(LIMITS).send(
    new GetSecretValueCommand({ SecretId: id }),
  );
  if (SecretString === undefined) throw new Error("the secret of the invitations has no text");
  return SecretString.startsWith("hex:")
    ? Buffer.from(SecretString.slice(4), "hex")
    : new TextEncoder().encode(SecretString);
}

/** Gives Secrets Manager a secret that came from elsewhere, as hexadecimal digits. */
export async function writeSecret(id: string, hex: string): Promise<void> {
  await new SecretsManagerClient(LIMITS).send(
    new PutSecretValueCommand({ SecretId: id, SecretString: `hex:${hex}` }),
  );
}

/** A setting that the stack gives each function; without it the function does not start. */
export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`the environment lacks ${name}`);
  return value;
}
