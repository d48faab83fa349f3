/**
 * Files that are the same for everybody and take long to make: made once and kept as the bytes that are sent.
 * Nothing of a respondent may come here: what is kept is served to whoever asks next.
 */
import { sha256Bytes } from "../secrets.ts";

export interface MadeFile {
  /** Names these bytes and no others. */
  tag: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface MadeFiles {
  /**
   * The file of a place: the kept one while it is made of the same, else made anew, and once however many ask.
   * `of` has to name everything that the file depends on and that may change. Throws `TooManyFiles` when so
   * many wait that this one would be long in coming.
   */
  get(place: string, of: string, make: () => Promise<Uint8Array<ArrayBuffer>>): Promise<MadeFile>;
}

/** More files are asked for than are made. Not a fault: asked again later, it is there. */
export class TooManyFiles extends Error {}

/** Bytes that are kept at most. Whoever asks for ever new ones drives out the oldest. */
const MOST_BYTES = 32 * 1024 * 1024;

/** So many wait for their turn; the largest take a second or two of the processor each. */
const MOST_WAITING = 8;

interface Kept extends MadeFile {
  of: string;
}

export function madeFiles(mostBytes = MOST_BYTES): MadeFiles {
  // In the order in which they were last asked for.
  const kept = new Map<string, Kept>();
  const inTheMaking = new Map<string, Promise<MadeFile>>();
  let bytes = 0;
  let last: Promise<unknown> = Promise.resolve();

  const forget = (place: string): void => {
    bytes -= kept.get(place)?.bytes.byteLength ?? 0;
    kept.delete(place);
  };
  const keep = (place: string, file: Kept): void => {
    forget(place);
    bytes += file.bytes.byteLength;
    kept.set(place, file);
    for (const oldest of kept.keys()) {
      if (bytes <= mostBytes || kept.size === 1) break;
      forget(oldest);
    }
  };

  return {
    async get(place, of, make) {
      const held = kept.get(place);
      if (held?.of === of) {
        keep(place, held);
        return held;
      }
      const key = JSON.stringify([place, of]);
      const asked = inTheMaking.get(key);
      if (asked !== undefined) return asked;
      if (inTheMaking.size >= MOST_WAITING) throw new TooManyFiles();
      const made = async (): Promise<MadeFile> => {
        // Between two files other requests are answered.
        await new Promise(setImmediate);
        const file = await make();
        const whole = { of, tag: sha256Bytes(file).slice(0, 32), bytes: file };
        keep(place, whole);
        return whole;
      };
      const turn = last.then(made).finally(() => inTheMaking.delete(key));
      inTheMaking.set(key, turn);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
