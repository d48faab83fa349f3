/**
 * What a backup consists of: a folder with a file of JSON lines for each table that lasts, the files of the
 * releases below `files/`, and `backup.json`, which is written last and says how much of each there is.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { Complaint } from "../../local/complaint.ts";
import { lineOf } from "../failure.ts";

/** The form of backups that this program writes. Another number is refused. */
export const VERSION = 1;
export const MANIFEST = "backup.json";
export const SECRET = "secret";
/** The tables that last. What is ephemeral must not live in any backup (decision 001). */
export const LASTING = ["ballots", "main"] as const;

const count = z.int().check(z.nonnegative());
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const piece = z.object({ file: z.string(), bytes: count, sha256: hash });
/** One file of a backup, below its folder. */
export type Piece = z.infer<typeof piece>;

const manifest = z.object({
  format: z.literal("kenes-backup"),
  version: z.literal(VERSION),
  /** The version of Kenes that made it. */
  kenes: z.string(),
  begun: z.string(),
  ended: z.string(),
  tables: z.array(z.extend(piece, { table: z.enum(LASTING), items: count })),
  files: z.array(piece),
  secret: z.nullable(piece),
});
export type Manifest = z.infer<typeof manifest>;

/** Reads what a backup says of itself. Refuses what is none, or of another form. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), "utf8").catch((cause: unknown) => {
    throw new Complaint(`${folder} is no whole backup: ${lineOf(cause)}`, { cause });
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const read = manifest.safeParse(value);
  if (read.success) return read.data;
  const { version } = (value ?? {}) as { version?: unknown };
  throw new Complaint(
    typeof version === "number" && version !== VERSION
      ? `the backup has form ${version}, and this program knows form ${VERSION}`
      : `${MANIFEST} in ${folder} is damaged`,
  );
}

/** Reads every file of a backup again, from the disk. Refuses at the first that is not what it says. */
export async function verify(folder: string, { tables, files, secret }: Manifest): Promise<void> {
  for (const one of tables) await verifyPiece(folder, one, one.items);
  for (const one of secret === null ? files : [...files, secret]) await verifyPiece(folder, one);
}

async function verifyPiece(folder: string, { file, bytes, sha256 }: Piece, lines?: number) {
  const hashed = createHash("sha256");
  let [read, ends] = [0, 0];
  try {
    for await (const chunk of createReadStream(join(folder, file))) {
      const part = chunk as Buffer;
      hashed.update(part);
      read += part.length;
      for (const byte of part) if (byte === 10) ends += 1;
    }
  } catch (cause) {
    throw new Complaint(`the backup is damaged: cannot read ${file}: ${lineOf(cause)}`, { cause });
  }
  if (read !== bytes || hashed.digest("hex") !== sha256) {
    throw new Complaint(`the backup is damaged: ${file} is not what was written`);
  }
  if (lines !== undefined && ends !== lines) {
    throw new Complaint(`the backup is damaged: ${file} has ${ends} items, and not ${lines}`);
  }
}
