import type { Check } from "./check.ts";
import { COUNTING } from "./counting.ts";
import { READS } from "./reads.ts";
import { STREAMS } from "./streaming.ts";
import { TRANSACTIONS } from "./transactions.ts";
import { WRITES } from "./writes.ts";

/** Everything that Kenes relies on, in the order in which it is tried. */
export const CHECKS: readonly Check[] = [
  ...WRITES,
  ...TRANSACTIONS,
  ...READS,
  ...STREAMS,
  ...COUNTING,
];
