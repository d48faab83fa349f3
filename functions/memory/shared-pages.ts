/**
 * Pages that are drawn anew for whoever opens them, and hold nothing of anybody. Everybody has one of their own, until as
 * many are being made as there is time for: a crowd shares those.
 */
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const zip = promisify(gzip);

/** Pages of one place that are made at the same time. */
const MOST_MAKING = 4;

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
  const inTheMaking = new Map<string, Promise<SharedPage>[]>();
  return {
    get(place, make) {
      const made = async (): Promise<SharedPage> => {
        // Those who have asked at the same moment come first.
        await new Promise(setImmediate);
        const identity = new TextEncoder().encode(make());
        return { identity, gzip: new Uint8Array(await zip(identity)) };
      };
      const making = inTheMaking.get(place) ?? [];
      if (making.length >= MOST_MAKING) return making.at(-1)!;
      const page = made().finally(() => {
        making.splice(making.indexOf(page), 1);
        if (making.length === 0) inTheMaking.delete(place);
      });
      making.push(page);
      inTheMaking.set(place, making);
      return page;
    },
  };
}
