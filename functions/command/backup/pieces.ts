import { createHash } from "node:crypto";
import { mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Piece } from "./manifest.ts";

/** A file of a backup while it is written. */
export interface Writing {
  add(text: string | Uint8Array): Promise<void>;
  /** Ends it: it is on the disk then. */
  end(): Promise<Piece>;
}

/** Begins a file below a backup's folder, for its owner's eyes alone. */
export async function beginPiece(folder: string, file: string): Promise<Writing> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const handle = await open(path, "wx", 0o600);
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

/** A whole file at once. */
export async function writePiece(folder: string, file: string, text: string | Uint8Array) {
  const piece = await beginPiece(folder, file);
  await piece.add(text);
  return piece.end();
}
