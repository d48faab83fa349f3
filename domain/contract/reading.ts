/** The endpoints that are open to everybody, also to scripts on pages of other sites. */
import { definitionSchema } from "../consultation/definition.ts";
import { consultationList } from "../consultation/listed.ts";
import { councilAnswer } from "../council/answer.ts";
import { ledgerSchema } from "../ledger/published.ts";
import {
  API_CONSULTATION,
  API_CONSULTATIONS,
  API_COUNCIL,
  API_LEDGER,
  API_MODERATION_CSV,
  API_LEDGER_CSV,
  API_OEMBED,
  API_OPENAPI,
  API_RELEASE,
  API_RELEASES,
  API_RESPONSES,
  API_RESULTS,
  API_RESULTS_CSV,
  API_RESULTS_JSON,
  API_SEGMENTS_CSV,
} from "../paths.ts";
import { LEDGER_COLUMNS } from "../ledger/table.ts";
import { RESULT_COLUMNS } from "../release/results-table.ts";
import { releaseSchema } from "../release/schema.ts";
import { SEGMENT_COLUMNS } from "../release/segments-table.ts";
import { responseListSchema } from "../response/response-list.ts";
import { oembedAnswer, openApiAnswer, releaseListAnswer } from "./answers.ts";
import type { Endpoint } from "./endpoint.ts";
import examples from "./examples.json" with { type: "json" };
import { AFTER_ID, AFTER_NUMBER, BALLOTS, BY, LANG, LIMIT, OF_OEMBED, PAGE } from "./parameters.ts";

/** What all of these are. */
const OPEN = { method: "GET", public: true, tagged: true } as const;
/** What all files of the newest release are. */
const RELEASED = { ...OPEN, refusals: ["release-unknown"] } as const;
const TABLE = "text/csv";
/** Of a wide table the heading is example enough. */
const heading = (columns: readonly string[]): string => `${columns.join(",")}\r\n`;

export const READING = {
  consultations: {
    ...OPEN,
    path: API_CONSULTATIONS,
    summary: "All consultations, with where each stands: what closes first stands first.",
    query: { limit: LIMIT, after: AFTER_ID, page: PAGE },
    answers: { 200: consultationList },
    inParts: true,
    refusals: [],
    example: { answer: examples.consultations },
  },
  council: {
    ...OPEN,
    path: API_COUNCIL,
    summary: "Who answers over all consultations, and who is silent.",
    query: { page: PAGE },
    answers: { 200: councilAnswer },
    refusals: [],
    example: { answer: examples.council },
  },
  consultation: {
    ...OPEN,
    path: API_CONSULTATION,
    summary:
      "A consultation as it is defined: its recommendations with their codes, its questions.",
    answers: { 200: definitionSchema() },
    refusals: [],
    example: { answer: examples.consultation },
  },
  oembed: {
    ...OPEN,
    path: API_OEMBED,
    summary: "The frame with results of an address of this installation, for editors (oEmbed).",
    query: { ...OF_OEMBED, lang: LANG },
    answers: { 200: oembedAnswer },
    refusals: ["oembed-unknown", "oembed-format", "embed-at-risk"],
    example: { answer: examples.oembed },
  },
  results: {
    ...RELEASED,
    path: API_RESULTS,
    summary: "The newest release: everything that is published of a consultation.",
    answers: { 200: releaseSchema },
    example: { answer: examples.release },
  },
  resultsJson: {
    ...RELEASED,
    path: API_RESULTS_JSON,
    summary: "The newest release as a file.",
    answers: { 200: releaseSchema },
    example: { answer: examples.release },
  },
  resultsCsv: {
    ...RELEASED,
    path: API_RESULTS_CSV,
    summary: "The newest release as a table, a row for each recommendation and panel.",
    answers: { 200: undefined },
    mediaType: TABLE,
    query: { ballots: BALLOTS },
    refusals: ["release-unknown", "without-flagged-unknown"],
    example: { answer: heading(RESULT_COLUMNS) },
  },
  segmentsCsv: {
    ...RELEASED,
    path: API_SEGMENTS_CSV,
    summary: "The groups of the newest release as a table.",
    answers: { 200: undefined },
    mediaType: TABLE,
    refusals: ["release-unknown", "without-flagged-unknown"],
    example: { answer: heading(SEGMENT_COLUMNS) },
  },
  responses: {
    ...OPEN,
    path: API_RESPONSES,
    summary: "The official responses, the oldest first, each with what became of it.",
    query: { limit: LIMIT, after: AFTER_NUMBER },
    answers: { 200: responseListSchema },
    inParts: true,
    refusals: [],
    example: { answer: examples.responses },
  },
  moderationCsv: {
    ...OPEN,
    path: API_MODERATION_CSV,
    summary: "How many reasons and suggestions were accepted and refused, and why, as a table.",
    answers: { 200: undefined },
    mediaType: TABLE,
    refusals: [],
    example: { answer: examples.moderationCsv },
  },
  releases: {
    ...OPEN,
    path: API_RELEASES,
    summary: "All releases of a consultation, the newest first, each with the hash of its bytes.",
    query: { limit: LIMIT, after: AFTER_NUMBER },
    answers: { 200: releaseListAnswer },
    inParts: true,
    refusals: [],
    example: { answer: examples.releases },
  },
  release: {
    ...OPEN,
    refusals: ["release-number-unknown"],
    path: API_RELEASE,
    summary: "One release by its number, as it was published.",
    answers: { 200: releaseSchema },
    example: { answer: examples.release },
  },
  ledger: {
    ...OPEN,
    path: API_LEDGER,
    summary:
      "The ledger: each recommendation's priority beside the days without an official answer.",
    query: { by: BY },
    answers: { 200: ledgerSchema },
    refusals: [],
    example: { answer: examples.ledger },
  },
  ledgerCsv: {
    ...OPEN,
    path: API_LEDGER_CSV,
    summary: "The ledger as a table, its words in the language that is asked for.",
    query: { by: BY, lang: LANG },
    answers: { 200: undefined },
    mediaType: TABLE,
    refusals: [],
    example: { answer: heading(LEDGER_COLUMNS) },
  },
  openapi: {
    ...OPEN,
    path: API_OPENAPI,
    summary: "This description of the API, for programs (OpenAPI 3.1).",
    answers: { 200: openApiAnswer },
    refusals: [],
    example: { answer: examples.openapi },
  },
} as const satisfies Record<string, Endpoint>;
