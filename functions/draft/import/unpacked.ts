import { Unzip, UnzipInflate } from "fflate";

/** Most bytes of what is unpacked, all parts together: a megabyte may hold a gigabyte of zeros. */
const MOST_UNPACKED = 12_000_000;
/** Unpacked at a time: between two slices the limit is looked at. */
const SLICE = 16_384;

/**
 * Unpacks the wanted parts of a ZIP file, by name. Throws a `RangeError` when they are too large, and
 * fflate's error when the file is not what it says it is. No more than the limit and one slice's worth
 * is ever held.
 */
export function unpacked(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Map<string, string> {
  const parts = new Map<string, { text: string; decoder: TextDecoder }>();
  let size = 0;
  const unzip = new Unzip((file) => {
    if (!isWanted(file.name)) return;
    const part = { text: "", decoder: new TextDecoder("utf-8", { fatal: true }) };
    parts.set(file.name, part);
    file.ondata = (failure, chunk, isLast) => {
      if (failure !== null) throw failure;
      size += chunk.length;
      if (size > MOST_UNPACKED) throw new RangeError("more is packed into the file than is taken");
      part.text += part.decoder.decode(chunk, { stream: !isLast });
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let begun = 0; begun < bytes.length; begun += SLICE) {
    unzip.push(bytes.subarray(begun, begun + SLICE), begun + SLICE >= bytes.length);
  }
  return new Map([...parts].map(([name, { text }]) => [name, text]));
}
