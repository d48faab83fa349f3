/**
 * The log of a consultation: what its organisers did, in order, each entry bound to the one before by
 * its hash. A changed, added or left-out entry breaks the chain; only an end cut off, or a chain
 * written anew, leaves it whole. Against that the newest hash stands on the public results page.
 */

/** A JSON value that is small: what a thing was before, and after. */
export type LogValue =
  | string
  | number
  | boolean
  | null
  | readonly LogValue[]
  | { readonly [key: string]: LogValue };

/** One entry without its own hash. */
export interface LogContent {
  /** 1, 2, 3 and so on without a gap. */
  number: number;
  /** ISO 8601, to the second, UTC. */
  at: string;
  /** The organiser's name as it was then. */
  who: string;
  /** What was done, as a code: `team-invited`. */
  action: string;
  before: LogValue;
  after: LogValue;
  /**
   * 128 random bits, hexadecimal. The newest hash is public, and without them whoever suspects that
   * somebody organises a consultation could try names until the hash fits.
   */
  salt: string;
  /** Hash of the entry before; empty for the first. */
  previous: string;
}

/** What the public is told of a log: how many entries it has, and the hash of the newest. */
export interface LogHead {
  count: number;
  hash: string;
}

/** One entry as it is kept. */
export interface LogEntry extends LogContent {
  /** SHA-256 over `logPreimage`, 64 lowercase hexadecimal digits. */
  hash: string;
}

/** JSON with the keys of every object in code point order and without spaces. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** What is hashed. The prefix and the consultation keep an entry from being passed off elsewhere. */
function logPreimage(consultation: string, entry: LogContent): string {
  const { number, at, who, action, before, after, salt, previous } = entry;
  const content = canonicalJson({ number, at, who, action, before, after, salt, previous });
  return `kenes-log/1\0${consultation}\0${content}`;
}

/** The entry that follows the newest one; `sha256` gives 64 lowercase hexadecimal digits. */
export function nextEntry(
  consultation: string,
  newest: LogEntry | undefined,
  done: Pick<LogContent, "at" | "who" | "action" | "before" | "after" | "salt">,
  sha256: (text: string) => string,
): LogEntry {
  const content = {
    ...done,
    number: (newest?.number ?? 0) + 1,
    previous: newest?.hash ?? "",
  };
  return { ...content, hash: sha256(logPreimage(consultation, content)) };
}

/** Follows the chain from its first entry; says how far it is whole, and where it breaks first. */
export function verifyLog(
  consultation: string,
  entries: readonly LogEntry[],
  sha256: (text: string) => string,
): { whole: true } | { whole: false; brokenAt: number } {
  let newest: LogEntry | undefined;
  for (const entry of entries) {
    const expected = nextEntry(consultation, newest, entry, sha256);
    if (
      entry.number !== expected.number ||
      entry.previous !== expected.previous ||
      entry.hash !== expected.hash
    ) {
      return { whole: false, brokenAt: expected.number };
    }
    newest = entry;
  }
  return { whole: true };
}
