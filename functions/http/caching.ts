/** Who may keep an answer, and for how long. */

/**
 * How long caches on the way may serve an answer to others without asking, in seconds. By so much anything there is told
 * late, on top of what is in memory: a release, an official response, that a consultation was paused or has closed, that
 * nothing is taken for now. None of these is decided by such an answer: whether a ballot is taken, needs work or is read
 * back is asked of us each time, and the page to answer on is never kept.
 */
const EDGE_SECONDS = 3;

/**
 * Of an answer that is the same for everybody, whatever cookie or right they have, and differs by its address and the
 * headers that its `Vary` names alone. A browser may keep it, and asks each time whether it still holds.
 */
export const SAME_FOR_ALL = `public, max-age=0, s-maxage=${EDGE_SECONDS}`;

const isShared = (headers: Headers): boolean =>
  /\bpublic\b|\bs-maxage\b/.test(headers.get("Cache-Control") ?? "");

/** Marks a page as the same for everybody: but for the language, where the address names none. */
export function sameForAll(page: Response): Response {
  page.headers.set("Cache-Control", SAME_FOR_ALL);
  page.headers.set("Vary", "Accept-Encoding, Accept-Language");
  return page;
}

/**
 * Puts headers that are about who asks on an answer, unless others may be given it too: they would be told how much somebody
 * else has asked.
 */
export function tellAsker({ headers }: Response, own: Readonly<Record<string, string>>): void {
  if (isShared(headers)) return;
  for (const [name, value] of Object.entries(own)) headers.set(name, value);
}

/**
 * The last word on every answer: what says nothing of caches is kept by none, nor is a refusal, a failure, or what sets a
 * cookie, whatever it says. A cache that kept a 404 would give it to those for whom there is something.
 */
export function limitCaching({ status, headers }: Response): void {
  const isOwn = status >= 400 || headers.has("Set-Cookie");
  if (isOwn || !headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
}
