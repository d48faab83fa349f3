/** What small answers of the API hold; the larger ones are with what they are about. */
import * as z from "zod/mini";
import { PANELS } from "../ballot/ballot.ts";
import { NO_OPINION } from "../ballot/rating.ts";
import { languageTag } from "../language.ts";
import type { FaultKind } from "../fault.ts";
import { challengeSchema } from "../work/challenge.ts";

/** A ballot as its owner gets it back: what is stored, told when it is saved and whenever it is asked for. */
export const readBackAnswer = z.object({
  revision: z.int(),
  panel: z.enum(PANELS),
  language: languageTag,
  ratings: z.partialRecord(z.string(), z.literal([1, 2, 3, 4, 5, NO_OPINION])),
  about: z.record(z.string(), z.string()),
  first: z.array(z.string()),
  positions: z.array(z.string()),
  /** Signed, so that it can be sent again as it is. */
  channel: z.optional(z.string()),
});
export type ReadBack = z.infer<typeof readBackAnswer>;

/** Every release of a consultation, newest first; `hash` is the SHA-256 of its bytes. */
export const releaseListAnswer = z.object({
  releases: z.array(z.object({ release: z.int(), releasedAt: z.string(), hash: z.string() })),
});
export type ReleaseList = z.infer<typeof releaseListAnswer>;

/** A frame with results, as oembed.com has it (type `rich`). */
export const oembedAnswer = z.object({
  version: z.literal("1.0"),
  type: z.literal("rich"),
  title: z.string(),
  author_name: z.optional(z.string()),
  provider_name: z.string(),
  provider_url: z.string(),
  cache_age: z.int(),
  width: z.int(),
  height: z.int(),
  html: z.string(),
});
export type Oembed = z.infer<typeof oembedAnswer>;

/** The OpenAPI document itself; what it may hold is for openapis.org to say. */
export const openApiAnswer = z.looseObject({ openapi: z.string() });

const FAULT_KINDS = [
  "missing",
  "unknown",
  "wrong-type",
  "out-of-range",
  "not-allowed",
  "repeated",
  "overfull",
] as const satisfies readonly FaultKind[];

/** A refusal (RFC 9457), as `problemDocument` makes it. */
export const problemAnswer = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  faults: z.optional(z.array(z.object({ pointer: z.string(), fault: z.enum(FAULT_KINDS) }))),
  retryAfter: z.optional(z.int()),
  revision: z.optional(z.int()),
  work: z.optional(challengeSchema),
});
