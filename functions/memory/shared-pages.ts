/**
 * Pages that hold nothing of anybody, drawn anew each second: whoever opens them within it shares one, and each browser makes
 * what is to be different of it by itself (web/rate/live/own-order.ts).
 */
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { bounded } from "./bounded.ts";
import type { Encoding } from "./encoded.ts";

/** How long a page is given to others, in ms since it was begun. */
const SHARED_FOR = 1_000;

/** Most bytes of pages that are kept: a page has some 40 kB, and whoever asks for ever new places drives out the oldest. */
const MOST_BYTES = 8_000_000;

/** Takes no longer than gzip, and leaves a tenth less. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

type Bytes = Uint8Array<ArrayBuffer>;

/** In a thread of its own: meanwhile others are answered. */
const WAYS: Record<Encoding, (bytes: Bytes) => Promise<Bytes>> = {
  br: async (bytes) => new Uint8Array(await brotli(bytes, { params })),
  gzip: async (bytes) => new Uint8Array(await zip(bytes)),
  identity: async (bytes) => bytes,
};

export interface SharedPages {
  /** The page of a place, which has to name everything of a request on which it depends, compressed in this way. */
  get(place: string, way: Encoding, make: () => string): Promise<Bytes>;
}

export function sharedPages(elapsed: () => number = () => performance.now()): SharedPages {
  const inTheMaking = new Map<string, Promise<Bytes>>();
  const made = bounded<{ page: Bytes; bytes: number; at: number }>(MOST_BYTES);
  return {
    get(place, way, make) {
      const key = `${way} ${place}`;
      const at = elapsed();
      const last = made.get(key);
      if (last !== undefined && at - last.at < SHARED_FOR) return Promise.resolve(last.page);
      const begun = inTheMaking.get(key);
      if (begun !== undefined) return begun;
      const making = async () => {
        // Those who have asked at the same moment come first.
        await new Promise(setImmediate);
        const page = await WAYS[way](new TextEncoder().encode(make()));
        made.keep(key, { page, bytes: page.byteLength, at });
        return page;
      };
      const page = making().finally(() => inTheMaking.delete(key));
      inTheMaking.set(key, page);
      return page;
    },
  };
}
