/**
 * What is sent, of whatever consultation. Which codes there are, and what is asked, its definition says:
 * `ballotSchema` and `remarksSchema` are the same for one consultation, and what is sent is read by those.
 */
import * as z from "zod/mini";
import { MOST_FIRST } from "../ballot/ballot.ts";
import { NO_OPINION } from "../ballot/rating.ts";
import { MOST_CHANNEL } from "../consultation/channel.ts";
import { MOST_CORRECTIONS, MOST_RECOMMENDATIONS } from "../consultation/definition.ts";
import { INVITATION_LENGTH } from "../invitation/code.ts";
import { languageTag } from "../language.ts";
import { REMARK_LENGTH } from "../remark/remark.ts";
import { MOST_WORK } from "../work/challenge.ts";
import { MOST_PAGE } from "../ballot/page-time.ts";

const code = z.string().check(z.minLength(1));

export const ballotRequest = z.strictObject({
  revision: z.int().check(z.gte(1), z.lte(1_000_000)),
  language: languageTag,
  ratings: z.record(code, z.literal([1, 2, 3, 4, 5, NO_OPINION])),
  about: z.optional(z.record(z.string(), z.string())),
  first: z.optional(z.array(code).check(z.maxLength(MOST_FIRST))),
  positions: z.optional(z.array(code).check(z.maxLength(MOST_RECOMMENDATIONS))),
  invitation: z.optional(
    z.string().check(z.minLength(INVITATION_LENGTH), z.maxLength(4 * INVITATION_LENGTH)),
  ),
  wording: z.optional(z.int().check(z.gte(1), z.lte(MOST_CORRECTIONS + 1))),
  channel: z.optional(z.string().check(z.maxLength(MOST_CHANNEL))),
  work: z.optional(z.string().check(z.maxLength(MOST_WORK))),
  page: z.optional(z.string().check(z.maxLength(MOST_PAGE))),
});

const written = z.strictObject({
  text: z.string().check(z.minLength(1), z.maxLength(2 * REMARK_LENGTH)),
  publish: z.boolean(),
});

export const remarksRequest = z.strictObject({
  reasons: z.record(code, written),
  suggestion: z.optional(written),
});
