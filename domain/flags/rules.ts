import { BURST_PER_MINUTE, FAST_SECONDS } from "../ballot/seen.ts";

/** By which rules ballots are flagged; what each number means stands in the form of a release (`release/flags-schema.ts`). */
export interface FlaggingRules {
  burstPerMinute: number;
  fastSeconds: number;
  straightFrom: number;
  clones: { ratedFrom: number; offMode: number; least: number; oneIn: number; times: number };
}

/**
 * Fixed before anybody answers, and published with each release. Chosen by simulation (docs/methods.md, "Flagged ballots"): no
 * alarm in honest consultations of many kinds, and most of a campaign of 5 % found from 200 ballots on.
 */
export const FLAGGING: FlaggingRules = {
  burstPerMinute: BURST_PER_MINUTE,
  fastSeconds: FAST_SECONDS,
  straightFrom: 12,
  clones: { ratedFrom: 12, offMode: 4, least: 5, oneIn: 1_000, times: 10 },
};
