/**
 * Pages that are the same for everybody, made once and kept as the bytes that are sent. No page of a
 * respondent may come here: what is kept is served to whoever asks next.
 */
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { sha256 } from "../secrets.ts";

export const ENCODINGS = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface MadePage {
  /** Names these bytes and no others. */
  tag: string;
  in(encoding: Encoding): Uint8Array<ArrayBuffer>;
}

export interface MadePages {
  /**
   * The page of a place: the kept one while it is made of the same, else made anew. `of` has to name
   * everything that the page depends on and that may change; nothing else ever ends it.
   */
  get(place: string, of: string, make: () => string): MadePage;
}

/** Bytes that are kept at most: some hundred pages. Whoever asks for ever new ones drives out the oldest. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Beyond this, ever more time saves ever less: 11 takes thirty times as long for a sixth of the bytes. */
const QUALITY = { [constants.BROTLI_PARAM_QUALITY]: 6 };

interface Kept extends MadePage {
  of: string;
  bytes: number;
}

export function madePages(mostBytes = MOST_BYTES): MadePages {
  // In the order in which they were last asked for.
  const kept = new Map<string, Kept>();
  let bytes = 0;
  const forget = (place: string): void => {
    bytes -= kept.get(place)?.bytes ?? 0;
    kept.delete(place);
  };
  return {
    get(place, of, make) {
      const held = kept.get(place);
      const page = held?.of === of ? held : { of, ...pageOf(make()) };
      if (page === held) {
        kept.delete(place);
      } else {
        forget(place);
        bytes += page.bytes;
      }
      kept.set(place, page);
      for (const oldest of kept.keys()) {
        if (bytes <= mostBytes || kept.size === 1) break;
        forget(oldest);
      }
      return page;
    },
  };
}

/** A page as bytes. Compressed when first asked for: most are only ever wanted in one way. */
function pageOf(text: string): Omit<Kept, "of"> {
  const identity = new TextEncoder().encode(text);
  const encoded = new Map<Encoding, Uint8Array<ArrayBuffer>>([["identity", identity]]);
  const encode = (encoding: Encoding): Uint8Array<ArrayBuffer> =>
    encoding === "br" ? brotliCompressSync(identity, { params: QUALITY }) : gzipSync(identity);
  return {
    tag: sha256(text).slice(0, 32),
    // What is compressed comes on top, and is never as much again.
    bytes: 2 * identity.byteLength,
    in(encoding) {
      const bytes = encoded.get(encoding) ?? encode(encoding);
      encoded.set(encoding, bytes);
      return bytes;
    },
  };
}
