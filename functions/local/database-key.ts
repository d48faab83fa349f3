/** The key of an installation's data: under another one the database shows no tables. */
import { randomBytes } from "node:crypto";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Writes a file that only its owner may read, so that a crash leaves the old content or the new. */
export async function writePrivately(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await rm(draft, { force: true });
  try {
    await writeFile(draft, text, { mode: 0o600, flag: "wx", flush: true });
    await rename(draft, file);
  } catch (failure) {
    // Nothing is left of what a full disk has cut short.
    await rm(draft, { force: true });
    throw failure;
  }
}

/** The key of this folder's data. It is never replaced: under another key the data cannot be found. */
export async function keptKey(files: string): Promise<string> {
  const file = join(files, "../database-key");
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return undefined;
    throw new Error(`Cannot read ${file} (${cause.code})`, { cause });
  });
  if (text === undefined && !(await readdir(files)).some((name) => name.endsWith(".db"))) {
    const key = newKey();
    await writePrivately(file, `${key}\n`);
    return key;
  }
  if (text !== undefined && /^[0-9A-Z]{20,}$/.test(text.trim())) return text.trim();
  throw new Error(`${file} is missing or damaged; restore it, only it finds the data in ${files}`);
}

/** 26 characters of Crockford base32: 130 random bits. DynamoDB Local takes only letters and digits. */
export function newKey(): string {
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  return Array.from(randomBytes(26), (byte) => alphabet[byte % 32]).join("");
}
