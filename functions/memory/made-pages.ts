/**
 * Pages that are the same for everybody, made once and kept as the bytes that are sent. No page of a
 * respondent may come here: what is kept is served to whoever asks next.
 */
import { sha256 } from "../secrets.ts";
import { bounded } from "./bounded.ts";
import { type Encoded, encoded } from "./encoded.ts";

export interface MadePage {
  /** Names these bytes and no others. */
  tag: string;
  in: Encoded;
}

export interface MadePages {
  /**
   * The page of a place: the kept one while it is made of the same, else made anew. `of` has to name
   * everything that the page depends on and that may change; nothing else ever ends it.
   */
  get(place: string, of: string, make: () => string): MadePage;
  /** The kept page of a place, if it is made of this. */
  kept(place: string, of: string): MadePage | undefined;
}

/** Bytes that are kept at most: some hundred pages. Whoever asks for ever new ones drives out the oldest. */
const MOST_BYTES = 32 * 1024 * 1024;

/** The next steps save a fiftieth of the bytes for twice the time, the last ones a sixth for thirty times. */
const QUALITY = 7;

interface Kept extends MadePage {
  of: string;
  bytes: number;
}

export function madePages(mostBytes = MOST_BYTES): MadePages {
  const kept = bounded<Kept>(mostBytes);
  const find = (place: string, of: string): Kept | undefined => {
    const held = kept.get(place);
    if (held?.of !== of) return undefined;
    kept.keep(place, held);
    return held;
  };
  return {
    kept: find,
    get(place, of, make) {
      const held = find(place, of);
      if (held !== undefined) return held;
      const page = { of, ...pageOf(make()) };
      kept.keep(place, page);
      return page;
    },
  };
}

function pageOf(text: string): Omit<Kept, "of"> {
  const bytes = new TextEncoder().encode(text);
  return {
    tag: sha256(text).slice(0, 32),
    in: encoded(bytes, QUALITY),
    // What is compressed comes on top, and is never as much again.
    bytes: 2 * bytes.byteLength,
  };
}
