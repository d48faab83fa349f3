import { newestBackup } from "./backups.ts";
import { damageIn } from "./database-files.ts";
import { backupFolder } from "./settings.ts";

/**
 * Throws one line when the files of the database are damaged: which one, what is wrong with it, and the commands that
 * put it aside and restore the last backup. The folder's own secret goes with it: it is in no backup unless asked for.
 */
export async function refuseDamaged(folder: string): Promise<void> {
  const damage = await damageIn(folder);
  if (damage === undefined) return;
  const kept = backupFolder();
  const backup = (kept && (await newestBackup(kept))) ?? "<backup>";
  const aside = `${folder}.damaged`;
  throw new Error(
    `The database is damaged: ${damage.file} (${damage.what}). Put it aside and restore the last backup: ` +
      `mv ${folder} ${aside} && KENES_DATA=${folder} npm run -s kenes -- restore ${backup} && cp -p ${aside}/secret ${folder}/secret`,
  );
}
