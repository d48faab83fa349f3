/**
 * By what the functions know that it is our CloudFront which asks (infra/site-key.ts): a time and its signature under the
 * installation's secret. A function takes the key of the deployment before its own and every later one, so none is
 * refused while CloudFront learns a new one, nor after one has gone back to an earlier version; an older one is void.
 */
import { isSame, signSiteKey } from "../secrets.ts";

/** The key of a deployment at that time, in ms since 1970. */
export const siteKeyOf = (secret: Uint8Array, at: number): string =>
  `${at}.${signSiteKey(secret, at)}`;

/** Tells whether what was sent is a key of a deployment from `since` on (ms since 1970); throws where that is no time. */
export function siteKeyCheck(secret: Uint8Array, since: string): (sent: string) => boolean {
  const earliest = Number(since);
  if (!/^\d{1,15}$/.test(since)) throw new Error("SITE_SINCE is no time");
  return (sent) => {
    const [, time] = /^(\d{1,15})\.[\w-]+$/.exec(sent) ?? [];
    return (
      time !== undefined &&
      isSame(sent, siteKeyOf(secret, Number(time))) &&
      Number(time) >= earliest
    );
  };
}
