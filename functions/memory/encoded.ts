import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Ways in which bytes are sent, the shortest first. */
const ENCODINGS = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The same bytes in each way of sending them. */
export interface Encoded {
  (encoding: Encoding): Uint8Array<ArrayBuffer>;
  /** Whether they are there in this way already. */
  has(encoding: Encoding): boolean;
}

/**
 * Bytes that are compressed when first asked for in that way, and then kept: most are only ever wanted in
 * one. Nothing secret may stand in them beside what a stranger chose, or their length would tell of it.
 */
export function encoded(identity: Uint8Array<ArrayBuffer>, quality: number): Encoded {
  const kept = new Map<Encoding, Uint8Array<ArrayBuffer>>([["identity", identity]]);
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  const encode = (encoding: Encoding): Uint8Array<ArrayBuffer> => {
    const bytes =
      kept.get(encoding) ??
      (encoding === "br" ? brotliCompressSync(identity, { params }) : gzipSync(identity));
    kept.set(encoding, bytes);
    return bytes;
  };
  return Object.assign(encode, { has: (encoding: Encoding) => kept.has(encoding) });
}

/** The shortest of the ways that a browser says it takes, of all or of some. */
export function encodingFor(accepted: string, ways: readonly Encoding[] = ENCODINGS): Encoding {
  const wanted = new Map(
    accepted.split(",").map((one) => {
      const [name = "", weight = ""] = one.split(";");
      return [name.trim().toLowerCase(), !/^\s*q=0(\.0*)?\s*$/.test(weight)];
    }),
  );
  return ways.find((one) => wanted.get(one) ?? wanted.get("*") ?? one === "identity") ?? "identity";
}
