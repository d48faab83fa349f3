import { zipSync } from "fflate";

/** The Unix attributes of a plain file that all may read, as a zip keeps them (APPNOTE 4.4.15). */
const PLAIN_FILE = { os: 3, attrs: 0o100644 << 16 };

/**
 * A zip (APPNOTE, deflated) of these files in the order of their names, all of one day: the same files and day give the
 * same bytes on every machine. A zip has its times without a zone, so the day is written by its own clock.
 */
export function zipOf(files: ReadonlyMap<string, Uint8Array>, isoDay: string): Uint8Array {
  const [year = 1980, month = 1, day = 1] = isoDay.slice(0, 10).split("-").map(Number);
  const mtime = new Date(year, month - 1, day, 12);
  const sorted = [...files].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level: 6, mtime, ...PLAIN_FILE });
}
