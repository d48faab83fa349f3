import { sha256Bytes } from "../secrets.ts";
import { bounded } from "./bounded.ts";
import { type Encoded, encoded } from "./encoded.ts";

/** A file that is the same for everybody, as the bytes that are sent. */
export interface MadeFile {
  /** SHA-256 of its bytes. */
  tag: string;
  in: Encoded;
}

export interface MadeFiles {
  /**
   * The file of a place: the kept one while it is made of the same, else made anew, by one asker for all who
   * ask meanwhile. `of` has to name everything that the file depends on and that may change.
   */
  get(place: string, of: string, make: () => Promise<Uint8Array>): Promise<MadeFile>;
}

/** Bytes that are kept at most: the files of some releases. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Of the compression: one step above is a tenth smaller, for twice the time. */
const QUALITY = 5;

interface Kept extends MadeFile {
  of: string;
  bytes: number;
}

export function madeFiles(mostBytes = MOST_BYTES): MadeFiles {
  const kept = bounded<Kept>(mostBytes);
  const making = new Map<string, Promise<Kept>>();
  return {
    async get(place, of, make) {
      const held = kept.get(place);
      const key = JSON.stringify([place, of]);
      const file = held?.of === of ? held : await (making.get(key) ?? begin(key, of, make));
      kept.keep(place, file);
      return file;
    },
  };

  function begin(key: string, of: string, make: () => Promise<Uint8Array>): Promise<Kept> {
    const made = make()
      .then((bytes) => ({ of, ...fileOf(bytes) }))
      .finally(() => making.delete(key));
    making.set(key, made);
    return made;
  }
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
