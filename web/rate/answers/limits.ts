import type {
  LAST_COUNTED_AT_ONCE as last,
  MOST_FIRST as most,
} from "../../../domain/ballot/ballot.ts";
import type {
  MOST_REASONS as reasons,
  REMARK_LENGTH as remark,
} from "../../../domain/remark/remark.ts";
import type { INVITATION_LENGTH as length } from "../../../domain/invitation/code.ts";
import type { PREFER_NOT_TO_SAY as decline } from "../../../domain/consultation/code.ts";

/*
 * Constants of domain files that need zod, or much else, written again because the browser must not load it.
 * Their types are taken from there, so the compiler refuses a difference.
 */
export const MOST_FIRST: typeof most = 3;
export const LAST_COUNTED_AT_ONCE: typeof last = 2;
export const PREFER_NOT_TO_SAY: typeof decline = "prefer-not-to-say";
export const INVITATION_LENGTH: typeof length = 16;
export const MOST_REASONS: typeof reasons = 6;
export const REMARK_LENGTH: typeof remark = 600;
