import * as z from "zod/mini";
import { REFUSAL_REASONS } from "./remark.ts";

/** A text as its owner gets it back, and what became of it; never when. */
const remarkBack = z.object({
  text: z.string(),
  publish: z.boolean(),
  state: z.enum(["waiting", "accepted", "refused"]),
  refusal: z.optional(z.enum(REFUSAL_REASONS)),
});
export const remarksBack = z.object({
  reasons: z.record(z.string(), remarkBack),
  suggestion: z.optional(remarkBack),
});
export type RemarkBack = z.infer<typeof remarkBack>;
export type RemarksBack = z.infer<typeof remarksBack>;
