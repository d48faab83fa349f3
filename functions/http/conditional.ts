/** Whether an asker has already what would be answered (RFC 9110, 13.2.2). Feed readers send what they like. */
import { hasThis } from "./etag.ts";
import { httpDate } from "./http-date.ts";

/** What an answer is known by: the text of its tag, and when it was changed last. */
interface Validators {
  tag: string;
  modified: Date;
}

/**
 * True when nothing need be sent again. A tag decides alone, whatever a date says beside it; a date that is yet to
 * come was made up by whoever sent it.
 */
export function isFresh(request: Request, { tag, modified }: Validators, now: Date): boolean {
  const { headers } = request;
  if (headers.has("If-None-Match")) return hasThis(request, tag);
  const since = httpDate(headers.get("If-Modified-Since") ?? "");
  if (since === undefined || since.getTime() > now.getTime()) return false;
  return Math.floor(modified.getTime() / 1_000) * 1_000 <= since.getTime();
}
