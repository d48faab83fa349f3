/**
 * Files that are the same for everybody and take long to make: made once and kept as the bytes that are sent.
 * Nothing of a respondent may come here: what is kept is served to whoever asks next.
 */
import { sha256Bytes } from "../secrets.ts";
import { bounded } from "./bounded.ts";
import { type Encoded, encoded } from "./encoded.ts";

export interface MadeFile {
  /** SHA-256 of its bytes. */
  tag: string;
  in: Encoded;
}

export interface MadeFiles {
  /**
   * The file of a place: the kept one while it is made of the same, else made anew, and once however many ask.
   * `of` has to name everything that the file depends on and that may change. Throws `TooManyFiles` when so
   * many wait that this one would be long in coming.
   */
  get(place: string, of: string, make: () => Promise<Uint8Array>): Promise<MadeFile>;
}

/** More files are asked for than are made. Not a fault: asked again later, it is there. */
export class TooManyFiles extends Error {}

/** Bytes that are kept at most. Whoever asks for ever new ones drives out the oldest. */
const MOST_BYTES = 32 * 1024 * 1024;

/** So many wait for their turn: most take a twentieth of a second of the processor, the largest a second or two. */
const MOST_WAITING = 16;

/** Of the compression: one step above is a tenth smaller, for twice the time. */
const QUALITY = 5;

interface Kept extends MadeFile {
  of: string;
  bytes: number;
}

export function madeFiles(mostBytes = MOST_BYTES): MadeFiles {
  const kept = bounded<Kept>(mostBytes);
  const inTheMaking = new Map<string, Promise<MadeFile>>();
  let last: Promise<unknown> = Promise.resolve();

  return {
    async get(place, of, make) {
      const held = kept.get(place);
      if (held?.of === of) {
        kept.keep(place, held);
        return held;
      }
      const key = JSON.stringify([place, of]);
      const asked = inTheMaking.get(key);
      if (asked !== undefined) return asked;
      if (inTheMaking.size >= MOST_WAITING) throw new TooManyFiles();
      const made = async (): Promise<MadeFile> => {
        // Between two files other requests are answered.
        await new Promise(setImmediate);
        const file = { of, ...fileOf(await make()) };
        kept.keep(place, file);
        return file;
      };
      const turn = last.then(made).finally(() => inTheMaking.delete(key));
      inTheMaking.set(key, turn);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

function fileOf(made: Uint8Array): Omit<Kept, "of"> {
  const bytes = new Uint8Array(made);
  return {
    tag: sha256Bytes(bytes),
    in: encoded(bytes, QUALITY),
    // What is compressed comes on top, and is never as much again.
    bytes: 2 * bytes.byteLength,
  };
}
