/**
 * Pages that are drawn anew for whoever opens them, and hold nothing of anybody. Everybody has one of their own, until as
 * many are being made as there is time for: a crowd shares those.
 */
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Encoding } from "./encoded.ts";

/** Pages of one place that are made at the same time. */
const MOST_MAKING = 4;

/** Takes a third longer than gzip, and leaves 7 % less; a level lower would leave as much as gzip. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** In a thread of its own: meanwhile others are answered. */
const WAYS: Record<Encoding, (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>> =
  {
    br: async (bytes) => new Uint8Array(await brotli(bytes, { params })),
    gzip: async (bytes) => new Uint8Array(await zip(bytes)),
    identity: async (bytes) => bytes,
  };

export interface SharedPages {
  /** The page of a place, which has to name everything of a request on which it depends, compressed in this way. */
  get(place: string, way: Encoding, make: () => string): Promise<Uint8Array<ArrayBuffer>>;
}

export function sharedPages(): SharedPages {
  const inTheMaking = new Map<string, Promise<Uint8Array<ArrayBuffer>>[]>();
  return {
    get(place, way, make) {
      const made = async () => {
        // Those who have asked at the same moment come first.
        await new Promise(setImmediate);
        return WAYS[way](new TextEncoder().encode(make()));
      };
      const key = `${way} ${place}`;
      const making = inTheMaking.get(key) ?? [];
      if (making.length >= MOST_MAKING) return making.at(-1)!;
      const page = made().finally(() => {
        making.splice(making.indexOf(page), 1);
        if (making.length === 0) inTheMaking.delete(key);
      });
      making.push(page);
      inTheMaking.set(key, making);
      return page;
    },
  };
}
