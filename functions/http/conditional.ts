/**
 * Whether an asker has already what would be answered (RFC 9110, 13.2.2). Feed readers send what they like; what
 * cannot be read is taken for nothing, and then the whole is sent.
 */
import { httpDate } from "./http-date.ts";

/** What an answer is known by: the text of its tag, and when it was changed last. */
interface Validators {
  tag: string;
  modified: Date;
}

const TAG = String.raw`(?:W/)?"(?<tag>[\x21\x23-\x7E\x80-\xFF]*)"`;
const TAGS = new RegExp(
  String.raw`^[ \t]*(?:,[ \t]*)*${TAG.replace("?<tag>", "?:")}(?:[ \t]*,[ \t]*(?:${TAG.replace("?<tag>", "?:")})?)*[ \t]*$`,
);
const EACH = new RegExp(TAG, "g");

/**
 * True when nothing need be sent again. A tag decides alone, by the weak comparison, whatever a date says beside it; a
 * date that is yet to come was made up by whoever sent it.
 */
export function isFresh({ headers }: Request, { tag, modified }: Validators, now: Date): boolean {
  const tags = headers.get("If-None-Match");
  if (tags !== null) {
    if (tags.trim() === "*") return true;
    return (
      TAGS.test(tags) && [...tags.matchAll(EACH)].some(({ groups }) => groups?.["tag"] === tag)
    );
  }
  const since = httpDate(headers.get("If-Modified-Since") ?? "");
  if (since === undefined || since.getTime() > now.getTime()) return false;
  return Math.floor(modified.getTime() / 1_000) * 1_000 <= since.getTime();
}
