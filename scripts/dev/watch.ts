import { type FSWatcher, readdirSync, watch } from "node:fs";
import { join } from "node:path";

/**
 * Calls `changed` whenever something in these folders was written, made, renamed or removed; what is
 * returned ends it. One watch for each folder, since Node's recursive one on Linux (24.21) loses every
 * file that an editor has saved by renaming another one to it.
 */
export function watchFolders(roots: readonly string[], changed: () => void): () => void {
  const watched = new Map<string, FSWatcher>();
  look();
  return () => watched.forEach((watcher) => watcher.close());

  function look(): void {
    const folders = new Set(roots.flatMap(foldersIn));
    for (const [folder, watcher] of watched) {
      if (folders.has(folder)) continue;
      watcher.close();
      watched.delete(folder);
    }
    for (const folder of folders) if (!watched.has(folder)) start(folder);
  }

  function start(folder: string): void {
    try {
      const watcher = watch(folder, (event) => {
        // Folders first: what is written into a new one from now on is heard of.
        if (event === "rename") look();
        changed();
      });
      // A folder that is removed; its parent tells of it.
      watcher.on("error", () => {});
      watched.set(folder, watcher);
    } catch {
      // Gone since it was listed.
    }
  }
}

function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const below = entries.filter((entry) => entry.isDirectory());
    return [folder, ...below.flatMap(({ name }) => foldersIn(join(folder, name)))];
  } catch {
    return [];
  }
}
