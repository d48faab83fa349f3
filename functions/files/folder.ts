import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import type { Files } from "./files.ts";

/** Files in a folder: written beside, flushed to the disk, then renamed, so never seen by half. */
export const folderFiles = (folder: string): Files => ({
  async read(name) {
    try {
      return await readFile(join(folder, name));
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw failure;
    }
  },
  async write(name, bytes) {
    const path = join(folder, name);
    const beside = `${path}.${randomUUID()}`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(beside, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  },
  remove: (name) => rm(join(folder, name), { force: true }),
});
