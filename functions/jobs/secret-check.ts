/** Whether the secret is the one that everything in the database was made with. */
import { secretFingerprint, sha256 } from "../secrets.ts";
import type { Services } from "../services.ts";
import { type Database, hasNoTable } from "../store/database.ts";
import { fixInstallation, loadInstallation } from "../store/installation.ts";
import { hasOrganisers } from "../store/organisers.ts";

/** The secret is not the one by which codes and links were made, or would not be. */
export class OtherSecret extends Error {
  override readonly name = "OtherSecret";
}

/** Says how to go on, given the name of what is lost. */
type Saying = (code: string) => string;

/** Names a secret that is lost by its fingerprint; one from before there were any has none. */
const lossCode = (fingerprint: string | undefined): string =>
  sha256(`secret ${fingerprint ?? "unknown"}`).slice(0, 10);

/**
 * Compares the secret with the fingerprint in the database, and keeps it there the first time. Throws `OtherSecret`
 * unless `accepted` names that loss, which the operators are told.
 */
export async function checkSecret(
  { db, log, secret }: Pick<Services, "db" | "log" | "secret">,
  accepted: string | undefined,
  saying: Saying,
): Promise<void> {
  const own = secretFingerprint(secret);
  const known = await fixInstallation(db, "secret", own);
  if (known === own) return;
  const code = lossCode(known);
  if (accepted !== code) {
    throw new OtherSecret(
      `the secret is not the one that this database was used with.\n${saying(code)}`,
    );
  }
  log({ level: "error", event: "secret-replaced", code });
  await fixInstallation(db, "secret", own, known);
}

/** Throws `OtherSecret` where a secret is gone that was used: a new one would take its place without a word. */
export async function mayMakeSecret(
  { db, log }: Pick<Services, "db" | "log">,
  accepted: string | undefined,
  saying: Saying,
): Promise<void> {
  const used = await usedSecret(db);
  if (used === undefined) return;
  const code = lossCode(used.fingerprint);
  if (accepted !== code) {
    throw new OtherSecret(`the secret is gone that this database was used with.\n${saying(code)}`);
  }
  log({ level: "error", event: "secret-made-anew", code });
}

/** What is known of the secret that was used; `undefined` where nothing was made with any. */
async function usedSecret(db: Database): Promise<{ fingerprint?: string } | undefined> {
  try {
    const { secret } = await loadInstallation(db);
    if (secret !== undefined) return { fingerprint: secret };
    // From before fingerprints were kept: recovery codes are made with it.
    return (await hasOrganisers(db)) ? {} : undefined;
  } catch (failure) {
    // The tables are not there yet.
    if (hasNoTable(failure)) return undefined;
    throw failure;
  }
}
