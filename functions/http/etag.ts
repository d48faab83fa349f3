const TAG = String.raw`(?:W/)?"(?<tag>[\x21\x23-\x7E\x80-\xFF]*)"`;
const UNNAMED = TAG.replace("?<tag>", "?:");
const TAGS = new RegExp(
  String.raw`^[ \t]*(?:,[ \t]*)*${UNNAMED}(?:[ \t]*,[ \t]*(?:${UNNAMED})?)*[ \t]*$`,
);
const EACH = new RegExp(TAG, "g");

/**
 * Whether an asker has already what a tag stands for (RFC 9110, 13.1.2), by the weak comparison: whatever
 * compresses an answer on the way makes a weak tag of it. `*` is true of whatever there is. What cannot be read
 * is taken for nothing, and then the whole is sent. `tag` is the text between the quotation marks.
 */
export function hasThis({ headers }: Request, tag: string): boolean {
  const tags = headers.get("If-None-Match");
  if (tags === null) return false;
  if (tags.trim() === "*") return true;
  return TAGS.test(tags) && [...tags.matchAll(EACH)].some(({ groups }) => groups?.["tag"] === tag);
}
