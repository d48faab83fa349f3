import { createHash } from "node:crypto";
import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import type { Piece } from "./manifest.ts";

/** A file of a backup while it is written. */
export interface Writing {
  add(text: string | Uint8Array): Promise<void>;
  /** Ends it: it is on the disk then. */
  end(): Promise<Piece>;
}

/** Begins a file below a backup's folder, for its owner's eyes alone. Fails with `ENOENT` where that folder is not there. */
export async function beginPiece(folder: string, file: string): Promise<Writing> {
  await makeAbove(folder, file);
  const handle = await open(join(folder, file), "wx", 0o600);
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    async add(text) {
      const part = Buffer.from(text);
      hash.update(part);
      bytes += part.length;
      await handle.appendFile(part);
    },
    async end() {
      await handle.sync();
      await handle.close();
      return { file, bytes, sha256: hash.digest("hex") };
    },
  };
}

/**
 * The folders that a file stands in, one by one and never the backup's own: that one was removed if the backup was stopped, and
 * what was under way then must not make it again.
 */
async function makeAbove(folder: string, file: string): Promise<void> {
  const names = file.split("/").slice(0, -1);
  for (const depth of names.keys()) {
    await mkdir(join(folder, ...names.slice(0, depth + 1)), { mode: 0o700 }).catch(
      (failure: NodeJS.ErrnoException) => {
        if (failure.code !== "EEXIST") throw failure;
      },
    );
  }
}

/** A whole file at once. */
export async function writePiece(folder: string, file: string, text: string | Uint8Array) {
  const piece = await beginPiece(folder, file);
  await piece.add(text);
  return piece.end();
}
