/** What the API answers of the council. */
import * as z from "zod/mini";
import { MOST_LISTED } from "../consultation/listing.ts";
import { languageTag } from "../language.ts";

const codesOf = z.array(z.object({ consultation: z.string(), codes: z.array(z.string()) }));

/** Who answers over all consultations, the longest silence first; days as the ledgers count them. */
export const councilAnswer = z.object({
  addressees: z
    .array(
      z.object({
        /** The first is the one of its name. */
        languages: z.array(languageTag),
        /** In the languages of the newest consultation that asks it. */
        name: z.record(languageTag, z.string()),
        askedBy: z.optional(z.record(languageTag, z.string())),
        asked: z.array(
          z.object({ consultation: z.string(), code: z.string(), ledger: z.string() }),
        ),
        recommendations: z.int(),
        answered: z.int(),
        medianDays: z.number(),
        /** What has waited longest and waits still; `null` where all is answered. */
        longest: z.nullable(z.object({ days: z.int(), waiting: codesOf })),
        /** What was promised by a day that has passed, with nothing after it. */
        passed: codesOf,
        /** Whether any of it was made up, to try things out. */
        madeUp: z.boolean(),
      }),
    )
    .check(z.maxLength(MOST_LISTED)),
  /** Of how many pages this is which; `?page=2` asks for another. */
  page: z.int(),
  pages: z.int(),
});
export type CouncilAnswer = z.infer<typeof councilAnswer>;
