import { randomBytes } from "node:crypto";
import { access, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The installation's secret, made on first use; without it no invitation can be recognised. `mayMake` throws where a new
 * one would take the place of one that was used.
 */
export async function installationSecret(
  folder: string,
  mayMake: () => Promise<void>,
): Promise<Uint8Array> {
  const file = join(folder, "secret");
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) await mayMake();
  try {
    // `wx`: of two that start at once one makes it, and both read what is there.
    await writeFile(file, randomBytes(32).toString("hex"), {
      flag: "wx",
      mode: 0o600,
      flush: true,
    });
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== "EEXIST") throw failure;
  }
  return readSecret(folder);
}

/** The installation's secret, never made anew: with another one every code handed out is void. Throws where it is not. */
export async function readSecret(folder: string): Promise<Uint8Array> {
  const file = join(folder, "secret");
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`cannot read ${file} (${cause.code})`, { cause });
  });
  const secret = Buffer.from(text.trim(), "hex");
  // One that came from AWS is longer than those that are made here.
  const isWhole = secret.length >= 32 && secret.length * 2 === text.trim().length;
  if (!isWhole) throw new Error(`${file} is damaged; restore it from a backup`);
  return secret;
}
