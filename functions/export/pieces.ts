import type { ExportPart } from "../../domain/export/request.ts";
import type { Sink } from "./zip.ts";

/**
 * Bytes of one piece. A function in the cloud answers with at most 6 MB, of which a binary answer takes a third
 * more than it is; and neither it nor the job has to hold more than this.
 */
const PIECE = 3_000_000;

/** Cuts a stream of bytes into pieces of that many, the last one but less, and keeps each as a file. */
export function pieces(
  name: string,
  keep: (file: string, bytes: Uint8Array) => Promise<void>,
  most = PIECE,
): { sink: Sink; end(): Promise<ExportPart[]> } {
  const parts: ExportPart[] = [];
  let waiting: Uint8Array[] = [];
  let held = 0;
  const put = async (bytes: Uint8Array) => {
    const file = `${name}-${parts.length + 1}`;
    parts.push({ file, bytes: bytes.length });
    await keep(file, bytes);
  };
  return {
    async sink(bytes) {
      waiting.push(bytes);
      held += bytes.length;
      if (held < most) return;
      const all = Buffer.concat(waiting);
      let from = 0;
      for (; all.length - from >= most; from += most) await put(all.subarray(from, from + most));
      // Copied, or the whole would stay in memory for its end.
      waiting = [Buffer.from(all.subarray(from))];
      held = all.length - from;
    },
    async end() {
      if (held > 0) await put(Buffer.concat(waiting));
      return parts;
    },
  };
}
