import type { Limit } from "../../domain/rate-limit.ts";
import { inSeconds, limitHeaders } from "./limit-headers.ts";
import { meterOf } from "./meter.ts";

/** Reads of the API by one asker: 600 at once, and as many a minute for as long as one likes. */
export const READS: Limit = { atOnce: 600, everyMs: 100 };

/** What an asker is told of the limit, and whether this read is too many. */
export interface Allowance {
  headers: Record<string, string>;
  /** After how many seconds the next read is free, where this one is refused. */
  retryAfter?: number;
}

/** Counts reads by asker (`meter.ts`), and says in headers how many are left. */
export function readLimit(): (asker: string, now: number) => Allowance {
  const meter = meterOf(READS);
  return (asker, now) => {
    const metered = meter.count(asker, now);
    const headers = limitHeaders("reads", READS, metered);
    const { waitMs } = metered;
    return waitMs === undefined ? { headers } : { headers, retryAfter: inSeconds(waitMs) };
  };
}
