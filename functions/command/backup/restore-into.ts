import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeSecret } from "../../lambda/world.ts";
import { Complaint } from "../../local/complaint.ts";
import { writePrivately } from "../../local/database-key.ts";
import { everyItem, isEmpty } from "../../store/whole-table.ts";
import type { Outcome } from "../command.ts";
import type { Target } from "../target.ts";
import { type Manifest, readManifest, SECRET, verify } from "./manifest.ts";
import { Expected, isSaidAnew } from "./readback.ts";
import { itemsOf, take } from "./take.ts";

/**
 * Fills tables and bucket of a new installation out of a backup. Refuses tables that hold anything else, so that it is
 * harmless on one that serves; what an earlier run has put there it finds as it was put. The secret comes first:
 * with another one, the fingerprint among the items would refuse every start.
 */
export async function restoreInto(target: Target, from: string): Promise<Outcome> {
  const manifest = await readManifest(from);
  await verify(from, manifest);
  for (const one of manifest.tables) await mayFill(target, from, one);
  if (manifest.secret !== null)
    await giveSecret(target, await readFile(join(from, SECRET), "utf8"));
  await take(target.services, from, manifest);
  const items = Object.fromEntries(manifest.tables.map((one) => [one.table, one.items]));
  const secret = manifest.secret !== null;
  const lines = [
    `The tables hold the backup of ${manifest.ended}: ${items["ballots"]} ballots, ${items["main"]} other items, ${manifest.files.length} releases.`,
    secret
      ? "Its secret came with it: codes and links go on to count."
      : "The backup has no secret: give the old one back before anything serves them, or codes and links that were handed out are void.",
    "Nothing is published before a recount has agreed.",
  ];
  return {
    json: { items, releases: manifest.files.length, secret },
    text: `${lines.join("\n")}\n`,
  };
}

/** Throws where a table holds anything that is not in the backup. */
async function mayFill(
  { services: { db } }: Target,
  from: string,
  { table, file }: Manifest["tables"][number],
): Promise<void> {
  if (await isEmpty(db, table)) return;
  const expected = new Expected();
  for await (const some of itemsOf(join(from, file))) {
    expected.add(some.filter((item) => !isSaidAnew(item)));
  }
  for await (const page of everyItem(db, table)) {
    if (page.every((item) => expected.has(item))) continue;
    throw new Complaint(
      `${db.tables[table]} holds what is not in this backup; nothing was changed. A backup is restored into empty tables, before anything serves them`,
    );
  }
}

async function giveSecret({ folder }: Target, hex: string): Promise<void> {
  const SecretId = process.env["SECRET_ID"];
  if (SecretId) {
    await writeSecret(SecretId, hex.trim());
    return;
  }
  const file = join(folder ?? "", SECRET);
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere && (await readFile(file, "utf8")).trim() !== hex.trim()) {
    throw new Complaint(`${file} is another secret than the backup’s; nothing was changed`);
  }
  if (!isThere) await writePrivately(file, hex);
}
