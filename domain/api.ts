import * as z from "zod/mini";
import { PANELS } from "./ballot/ballot.ts";
import { consultationList } from "./consultation/listed.ts";
import { councilAnswer } from "./council/answer.ts";
import { languageTag } from "./language.ts";
import { NO_OPINION } from "./ballot/rating.ts";
import { ledgerSchema } from "./ledger/published.ts";
import {
  API_BALLOT,
  API_CONSULTATION,
  API_CONSULTATIONS,
  API_LEDGER,
  API_LEDGER_CSV,
  API_COUNCIL,
  API_MODERATION_CSV,
  API_OEMBED,
  API_REASONS,
  API_RELEASE,
  API_RELEASES,
  API_RESPONSES,
  API_RESULTS,
  API_RESULTS_CSV,
  API_RESULTS_JSON,
  API_SEGMENTS_CSV,
  API_COMPARE_CSV,
  pathOf,
} from "./paths.ts";
import { remarksBack } from "./remark/remarks-back.ts";
import { releaseSchema } from "./release/schema.ts";
import { responseListSchema } from "./response/response-list.ts";

const saved = z.object({ revision: z.int(), panel: z.enum(PANELS) });

/** A ballot as its owner gets it back. */
const readBack = z.object({
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
export type ReadBack = z.infer<typeof readBack>;

/** Every release of a consultation, newest first; `hash` is the SHA-256 of its bytes. */
const releaseList = z.object({
  releases: z.array(z.object({ release: z.int(), releasedAt: z.string(), hash: z.string() })),
});
export type ReleaseList = z.infer<typeof releaseList>;

/** A frame with results, as oembed.com has it (type `rich`). */
const oembed = z.object({
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
export type Oembed = z.infer<typeof oembed>;

interface Endpoint {
  method: "GET" | "PUT" | "DELETE";
  /** `:id` stands for the consultation, `:number` for a release. */
  path: string;
  /** What a successful answer holds, by status; `undefined` for an answer without a body or not JSON. */
  answers: Partial<Record<200 | 201 | 204, z.ZodMiniType | undefined>>;
}

/**
 * Every endpoint, once. The app answers by this list and the tests walk it. The ballot's request
 * schema depends on the consultation: `ballotSchema` in ballot.ts; and so does that of the reasons
 * (`remarksSchema` in remark/remarks-schema.ts).
 */
export const API = {
  consultations: {
    method: "GET",
    path: API_CONSULTATIONS,
    answers: { 200: consultationList },
  },
  council: {
    method: "GET",
    path: API_COUNCIL,
    answers: { 200: councilAnswer },
  },
  consultation: {
    method: "GET",
    path: API_CONSULTATION,
    answers: { 200: z.unknown() },
  },
  putBallot: {
    method: "PUT",
    path: API_BALLOT,
    answers: { 200: saved, 201: saved },
  },
  getBallot: {
    method: "GET",
    path: API_BALLOT,
    answers: { 200: readBack },
  },
  withdrawBallot: {
    method: "DELETE",
    path: API_BALLOT,
    answers: { 204: undefined },
  },
  putReasons: {
    method: "PUT",
    path: API_REASONS,
    answers: { 200: remarksBack },
  },
  getReasons: {
    method: "GET",
    path: API_REASONS,
    answers: { 200: remarksBack },
  },
  withdrawReasons: {
    method: "DELETE",
    path: API_REASONS,
    answers: { 204: undefined },
  },
  oembed: {
    method: "GET",
    path: API_OEMBED,
    answers: { 200: oembed },
  },
  results: {
    method: "GET",
    path: API_RESULTS,
    answers: { 200: releaseSchema },
  },
  resultsJson: {
    method: "GET",
    path: API_RESULTS_JSON,
    answers: { 200: releaseSchema },
  },
  resultsCsv: {
    method: "GET",
    path: API_RESULTS_CSV,
    answers: { 200: undefined },
  },
  segmentsCsv: {
    method: "GET",
    path: API_SEGMENTS_CSV,
    answers: { 200: undefined },
  },
  responses: {
    method: "GET",
    path: API_RESPONSES,
    answers: { 200: responseListSchema },
  },
  moderationCsv: {
    method: "GET",
    path: API_MODERATION_CSV,
    answers: { 200: undefined },
  },
  releases: {
    method: "GET",
    path: API_RELEASES,
    answers: { 200: releaseList },
  },
  release: {
    method: "GET",
    path: API_RELEASE,
    answers: { 200: releaseSchema },
  },
  ledger: {
    method: "GET",
    path: API_LEDGER,
    answers: { 200: ledgerSchema },
  },
  ledgerCsv: {
    method: "GET",
    path: API_LEDGER_CSV,
    answers: { 200: undefined },
  },
  /** Two releases side by side: `?from=3&to=7`, or `?with=` the id of another wave. */
  compareCsv: {
    method: "GET",
    path: API_COMPARE_CSV,
    answers: { 200: undefined },
  },
} as const satisfies Record<string, Endpoint>;

/** The path of an endpoint for one consultation, and for one of its releases. */
export const apiPath = ({ path }: Endpoint, id: string, number?: number): string =>
  pathOf(path, { id, number });
