/** The backups that a server makes by itself (`KENES_BACKUP`): what they are called, and which of them stay. */
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** Of how many days, weeks and months that have any, the newest backup stays. */
export interface Keeping {
  days: number;
  weeks: number;
  months: number;
}

const NAME = /^kenes-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z$/;

/** What a backup of that moment is called: `kenes-2026-11-29T031500Z`. */
export const backupName = (at: Date): string =>
  `kenes-${at.toISOString().slice(0, 19).replaceAll(":", "")}Z`;

/** When a backup of that name was made; `undefined` for whatever else stands in the folder. */
export function madeAt(name: string): Date | undefined {
  const [, day, hour, minute, second] = NAME.exec(name) ?? [];
  return day === undefined ? undefined : new Date(`${day}T${hour}:${minute}:${second}Z`);
}

/** The names of whole backups in a folder, the newest first. Half a one never has such a name. */
export async function listBackups(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => madeAt(name) !== undefined)
    .toSorted()
    .toReversed();
}

/** The path of the newest backup in a folder. */
export async function newestBackup(folder: string): Promise<string | undefined> {
  const [newest] = await listBackups(folder);
  return newest && join(folder, newest);
}

/** Which of these backups, the newest first, are not kept any more. The newest always is. */
export function superfluous(names: readonly string[], keeping: Keeping): string[] {
  const kept = new Set(names.slice(0, 1));
  for (const [most, spanOf] of [
    [keeping.days, dayOf],
    [keeping.weeks, weekOf],
    [keeping.months, monthOf],
  ] as const) {
    const spans = new Map<string | number, string>();
    for (const name of names) {
      const span = spanOf(madeAt(name)!);
      if (!spans.has(span) && spans.size < most) spans.set(span, name);
    }
    for (const name of spans.values()) kept.add(name);
  }
  return names.filter((name) => !kept.has(name));
}

const DAY = 24 * 60 * 60_000;
const dayOf = (at: Date) => at.toISOString().slice(0, 10);
const monthOf = (at: Date) => at.toISOString().slice(0, 7);
/** Counted from the first Monday of 1970. */
const weekOf = (at: Date) => Math.floor((at.getTime() / DAY - 4) / 7);

/** Removes what is not kept any more; the paths of what was removed. */
export async function thin(folder: string, keeping: Keeping): Promise<string[]> {
  const gone = superfluous(await listBackups(folder), keeping).map((name) => join(folder, name));
  for (const path of gone) await rm(path, { recursive: true, force: true });
  return gone;
}
