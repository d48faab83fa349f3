import {
  type PublishedRelease,
  type PublishedReleases,
  UnreadableRelease,
} from "../memory/releases.ts";

/**
 * Most bytes of releases in one package: eighty of 18 recommendations and 38 groups. They pack to a seventh, and an answer of a
 * function on AWS has at most 6 MB; and packing them takes half a second, in which a server on one machine does nothing else.
 */
const MOST_BYTES = 12 * 1024 * 1024;

const UNREADABLE = "unreadable" as const;

/** How many are read from the store at once. */
const AT_ONCE = 8;

/**
 * A release and those before it, oldest first, without a gap. Where there are more than a package may hold, the oldest
 * are left out; they are still to be had one by one. So are those before one whose file cannot be read.
 */
export async function chainTo(
  published: PublishedReleases,
  { release }: PublishedRelease,
  mostBytes = MOST_BYTES,
): Promise<{ number: number; text: string }[]> {
  const chain: { number: number; text: string }[] = [];
  let bytes = 0;
  for (let newest = release.release; newest > 0; newest -= AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, newest) }, (_, place) => newest - place);
    const found = await Promise.all(
      numbers.map((number) =>
        published.numbered(release.consultation, number).catch((failure: unknown) => {
          if (failure instanceof UnreadableRelease) return UNREADABLE;
          throw failure;
        }),
      ),
    );
    for (const one of found) {
      if (one === undefined) throw new Error("a release of the chain is not registered");
      if (one === UNREADABLE) return chain;
      bytes += Buffer.byteLength(one.text);
      if (bytes > mostBytes && chain.length > 0) return chain;
      chain.unshift({ number: one.release.release, text: one.text });
    }
  }
  return chain;
}
