/** What may stand in the queries of several endpoints. Examples for an address of our own say `EXAMPLE_ORIGIN`. */
import * as z from "zod/mini";
import { PRIORITIES } from "../ledger/places.ts";
import { STANDINGS } from "../remark/verdict.ts";
import { pathOf, RESULTS } from "../paths.ts";
import type { QueryParameter } from "./endpoint.ts";

/** Stands in examples for the address of the installation that is asked. */
export const EXAMPLE_ORIGIN = "https://kenes.example";
/** The consultation of the examples, which every installation begins with, and what else addresses name there. */
export const EXAMPLE_PARTS = {
  id: "kazakhstan-2019",
  number: 1,
  file: "results.csv",
  hook: "0123456789abcdef0123456789abcdef",
  part: 0,
};

/** What each part of a path is, in an English sentence; in others in `web/language/<language>/api.json`. */
export const ABOUT_PARTS: Readonly<Record<keyof typeof EXAMPLE_PARTS, string>> = {
  id: "The id of the consultation.",
  number: "The number of the release, or of the official response.",
  file: "The name of the file, for example gaps.csv.",
  hook: "The id of the webhook, as the list of webhooks tells it.",
  part: "Which file: 0 for the whole zip, or a piece from 1, as the state of the export lists them.",
};

/** Most entries of one part of a list, and how many there are where only `after` is said. */
export const MOST_IN_PART = 100;

const count = z.int().check(z.gte(1));

export const LANG = {
  about: "The language of sentences, as a BCP 47 tag; without it, the browser's.",
  schema: z.string(),
  example: "en",
} satisfies QueryParameter;

export const BALLOTS = {
  about:
    "With all ballots (all), or without the flagged ones (unflagged) where the release tells that; otherwise it is refused.",
  schema: z.enum(["all", "unflagged"]),
  example: "all",
} satisfies QueryParameter;

export const PAGE = {
  about: "Which page of the list, from 1.",
  schema: count,
  example: 1,
} satisfies QueryParameter;

export const LIMIT = {
  about: "How many entries at most. Without “limit” and “after” a list is given as it always was.",
  schema: z.int().check(z.gte(1), z.lte(MOST_IN_PART)),
  example: 10,
} satisfies QueryParameter;

const AFTER = "The last entry of the part before: entries after it are given.";

export const AFTER_ID = {
  about: AFTER,
  schema: z.string(),
  example: EXAMPLE_PARTS.id,
} satisfies QueryParameter;

export const AFTER_NUMBER = {
  about: AFTER,
  schema: count,
  example: 1,
} satisfies QueryParameter;

export const BY = {
  about: "By whose priority the recommendations are ordered; without it, by both panels.",
  schema: z.enum(PRIORITIES),
  example: "public",
} satisfies QueryParameter;

/** What oembed.com has. */
export const OF_OEMBED = {
  url: {
    about: "The address of results of this installation.",
    schema: z.string(),
    required: true,
    example: EXAMPLE_ORIGIN + pathOf(RESULTS, { id: EXAMPLE_PARTS.id }),
  },
  format: { about: "Only “json”.", schema: z.literal("json"), example: "json" },
  maxwidth: { about: "The room that there is, in pixels.", schema: count, example: 600 },
  maxheight: { about: "The same of its height.", schema: count, example: 900 },
} satisfies Record<string, QueryParameter>;

/** Which two are compared: releases by their numbers, or the newest of two waves. */
export const COMPARED = {
  from: { about: "The number of the earlier release.", schema: count, example: 1 },
  to: {
    about: "The number of the later release; without it, the newest.",
    schema: count,
    example: 2,
  },
  with: {
    about: "The id of an earlier or later wave, to compare its newest release with.",
    schema: z.string(),
    example: "kazakhstan-2027",
  },
} satisfies Record<string, QueryParameter>;

/** What an address may ask of the log. */
export const OF_LOG = { after: AFTER_NUMBER } satisfies Record<string, QueryParameter>;

/** What an address may ask of the queue of texts. */
export const OF_TEXTS = {
  standing: {
    about: "Where the texts stand; without it, those that wait.",
    schema: z.enum(STANDINGS),
    example: "accepted",
  },
  code: {
    about: "Texts about one recommendation, by its code; “~” for suggestions.",
    schema: z.string(),
    example: "M1",
  },
  language: {
    about: "The language in which the texts are written, as a BCP 47 tag.",
    schema: z.string(),
    example: "en",
  },
  after: { about: AFTER, schema: z.string(), example: `M1#en#${"0123456789abcdef".repeat(4)}` },
} satisfies Record<string, QueryParameter>;
