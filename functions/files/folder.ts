import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import { checkedName, type Files, MissingOrDenied } from "./files.ts";

/** Files in a folder: written beside, flushed to the disk, then renamed, so never seen by half. */
export const folderFiles = (folder: string): Files => ({
  async read(name) {
    const path = join(folder, checkedName(name));
    try {
      return await readFile(path);
    } catch (failure) {
      const { code } = failure as NodeJS.ErrnoException;
      // A file where a folder should be: there is nothing below it.
      if (code === "ENOENT" || code === "ENOTDIR") return undefined;
      if (code === "EACCES" || code === "EPERM") throw new MissingOrDenied(name, failure);
      throw failure;
    }
  },
  async write(name, bytes) {
    const path = join(folder, checkedName(name));
    const beside = `${path}.${randomUUID()}`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      const file = await open(beside, "wx", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, path);
    } catch (failure) {
      // A disk that is full stays so while the half of a file is on it.
      await rm(beside, { force: true });
      throw failure;
    }
  },
  remove: async (name) => rm(join(folder, checkedName(name)), { force: true }),
});
