import type { Limit } from "../../domain/rate-limit.ts";
import { leftOf, type Metered } from "./meter.ts";

export const inSeconds = (ms: number): number => Math.ceil(ms / 1_000);

/**
 * What an answer says of a limit: `q` at once in `w` seconds, of which `r` are left until `t` seconds from now
 * (draft-ietf-httpapi-ratelimit-headers-11, 3 and 4).
 */
export const limitHeaders = (
  name: string,
  limit: Limit,
  metered: Metered,
): Record<string, string> => ({
  "RateLimit-Policy": `"${name}";q=${limit.atOnce};w=${inSeconds(limit.atOnce * limit.everyMs)}`,
  RateLimit: `"${name}";r=${leftOf(metered, limit)};t=${inSeconds(metered.aheadMs)}`,
});
