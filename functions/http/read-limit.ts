import type { Limit } from "../../domain/rate-limit.ts";
import { leftOf, meterOf } from "./meter.ts";

/** Reads of the API by one asker: 600 at once, and as many a minute for as long as one likes. */
export const READS: Limit = { atOnce: 600, everyMs: 100 };

/** What an asker is told of the limit, and whether this read is too many. */
export interface Allowance {
  headers: Record<string, string>;
  /** After how many seconds the next read is free, where this one is refused. */
  retryAfter?: number;
}

const inSeconds = (ms: number): number => Math.ceil(ms / 1_000);

/** `q` reads in `w` seconds: draft-ietf-httpapi-ratelimit-headers-11, 3. */
const POLICY = `"reads";q=${READS.atOnce};w=${inSeconds(READS.atOnce * READS.everyMs)}`;

/** Counts reads by asker (`meter.ts`), and says in headers how many are left. */
export function readLimit(): (asker: string, now: number) => Allowance {
  const meter = meterOf(READS);
  return (asker, now) => {
    const metered = meter.count(asker, now);
    const { aheadMs, waitMs } = metered;
    const headers = {
      "RateLimit-Policy": POLICY,
      RateLimit: `"reads";r=${leftOf(metered, READS)};t=${inSeconds(aheadMs)}`,
    };
    return waitMs === undefined ? { headers } : { headers, retryAfter: inSeconds(waitMs) };
  };
}
