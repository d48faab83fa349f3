/** What programs send: of what stands here wrong each place is told, and what is not known is refused. */
import * as z from "zod/mini";
import { STAGES, type Step, STEPS } from "../consultation/life.ts";
import { LONGEST_LABEL, PIECE } from "../invitation/group.ts";
import { HOOK_LENGTH } from "../hook/hook.ts";
import { languageTag } from "../language.ts";
import { STANDINGS } from "../remark/verdict.ts";
import { REFUSAL_REASONS } from "../remark/remark.ts";

/** A text by language; what it may hold is decided where it is taken. */
const texts = z.record(languageTag, z.string());
const text = (most: number) => z.string().check(z.maxLength(most));
const MOST_LINK = 500;

/** The whole of a draft, over the version that was read. */
export const draftRequest = z.strictObject({
  revision: z.int().check(z.nonnegative()),
  definition: z.record(z.string(), z.unknown()),
});

export const stepRequest = z.strictObject({
  step: z.enum(Object.keys(STEPS) as [Step, ...Step[]]),
  /** The stage that was seen: a step is not taken from another. */
  stage: z.enum(STAGES),
  /** The page asks for a tick; a program says so. */
  confirmed: z.optional(z.boolean()),
  /** How many texts it is opened without a translation of, exactly. */
  untranslated: z.optional(z.int().check(z.nonnegative())),
  /** The public note of `pause`, `correct` and `extend`. */
  note: z.optional(texts),
  /** The later moment of `extend`, ISO 8601 with a zone. */
  closesAt: z.optional(z.iso.datetime({ offset: true })),
});

/** Codes stand in one answer alone, so of a request there is one piece at most. */
export const invitationsRequest = z.strictObject({
  label: text(LONGEST_LABEL),
  /** How many; or one label for each. */
  count: z.optional(z.int().check(z.gte(1), z.lte(PIECE))),
  labels: z.optional(z.array(text(LONGEST_LABEL)).check(z.minLength(1), z.maxLength(PIECE))),
  /** The last day. */
  expires: z.optional(z.iso.date()),
  /** Of the addresses in the answer. */
  language: z.optional(languageTag),
});

export const revokeRequest = z.strictObject({
  group: z.string(),
  /** One unused code, by its label or itself. */
  which: z.optional(text(LONGEST_LABEL)),
  /** Or all unused codes of the group. */
  all: z.optional(z.literal(true)),
});

export const channelRequest = z.strictObject({ label: texts });

export const hookRequest = z.strictObject({ address: text(HOOK_LENGTH) });

export const exportRequest = z.strictObject({
  confirmed: z.optional(z.boolean()),
  /** The language of the labels; without it, the consultation's original one. */
  language: z.optional(z.string()),
});

export const responseRequest = z.strictObject({
  recommendation: z.string(),
  /** The number of the entry that it corrects. */
  corrects: z.optional(z.int()),
  /** The newest entry about the recommendation that was seen: with another it is refused. 0 for none. */
  seen: z.optional(z.int()),
  /** The place of a measure from 0; without it, the whole recommendation. */
  measure: z.optional(z.int().check(z.nonnegative())),
  status: z.string(),
  day: z.iso.date(),
  statement: texts,
  original: languageTag,
  evidence: z.optional(z.array(text(MOST_LINK))),
  source: z.strictObject({ title: z.string(), address: z.optional(text(MOST_LINK)) }),
  promised: z.optional(z.iso.date()),
});

export const withdrawRequest = z.strictObject({ reason: texts });

/** Most verdicts of one request: as many as stand on a page of the queue. */
const MOST_VERDICTS = 20;

export const verdictsRequest = z.strictObject({
  verdicts: z
    .array(
      z.strictObject({
        text: z.string(),
        /** Where it stood and how often it had been judged, as the queue told it. */
        standing: z.enum(STANDINGS),
        acts: z.int().check(z.nonnegative()),
        verdict: z.enum(["accept", ...REFUSAL_REASONS]),
      }),
    )
    .check(z.minLength(1), z.maxLength(MOST_VERDICTS)),
});

/** Whole numbers in an address. */
const number = z.string().check(z.regex(/^\d{1,9}$/));

export const logQuery = z.strictObject({
  /** The entries after that number. */
  after: z.optional(number),
});

export const textsQuery = z.strictObject({
  standing: z.optional(z.enum(STANDINGS)),
  /** Of one recommendation by its code; `~` for suggestions. */
  code: z.optional(z.string()),
  language: z.optional(z.string()),
  /** The `next` of the page before. */
  after: z.optional(z.string()),
});
