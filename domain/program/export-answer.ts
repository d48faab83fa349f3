import * as z from "zod/mini";
import { EXPORT_FAILURES } from "../export/request.ts";

const moment = z.string();

/** How far the export of single ballots is. */
export const exportAnswer = z.object({
  state: z.enum(["none", "asked", "making", "ready", "failed", "cancelled", "over"]),
  askedBy: z.optional(z.string()),
  confirmedBy: z.optional(z.string()),
  askedAt: z.optional(moment),
  until: z.optional(moment),
  /** How much is done, in percent. */
  progress: z.optional(z.number()),
  /** Why it could not be made. */
  failure: z.optional(z.enum(EXPORT_FAILURES)),
  /** How many ballots are in it. */
  rows: z.optional(z.int()),
  /** What there is to fetch: the whole zip as number 0, or its pieces from 1, to be put together in order. */
  parts: z.array(z.object({ part: z.int(), bytes: z.int() })),
  unreadable: z.optional(z.int()),
  /** The code of the refusal that asking would meet. */
  cannot: z.optional(z.string()),
});
