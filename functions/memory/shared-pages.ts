/**
 * Pages that are drawn for whoever opens them, and hold nothing of anybody: who asks while one is being made is given the
 * same. In quiet times everybody has one of their own; in a crowd as many are made as there is time for.
 */
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const zip = promisify(gzip);

/** One page in the ways in which it is sent. */
export interface SharedPage {
  identity: Uint8Array<ArrayBuffer>;
  gzip: Uint8Array<ArrayBuffer>;
}

export interface SharedPages {
  /** The page of a place, which has to name everything of a request on which it depends. */
  get(place: string, make: () => string): Promise<SharedPage>;
}

export function sharedPages(): SharedPages {
  const inTheMaking = new Map<string, Promise<SharedPage>>();
  return {
    get(place, make) {
      const made = async (): Promise<SharedPage> => {
        // Those who have asked at the same moment come first.
        await new Promise(setImmediate);
        const identity = new TextEncoder().encode(make());
        return { identity, gzip: new Uint8Array(await zip(identity)) };
      };
      const asked = inTheMaking.get(place) ?? made().finally(() => void inTheMaking.delete(place));
      inTheMaking.set(place, asked);
      return asked;
    },
  };
}
