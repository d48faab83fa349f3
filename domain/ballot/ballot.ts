import * as z from "zod/mini";
import { allChannels, channelCode, MOST_CHANNEL } from "../consultation/channel.ts";
import { PREFER_NOT_TO_SAY } from "../consultation/code.ts";
import { type Consultation, MOST_CORRECTIONS } from "../consultation/definition.ts";
import { type Fault, faultsOf } from "../fault.ts";
import { INVITATION_LENGTH } from "../invitation/code.ts";
import type { Language } from "../language.ts";
import type { ProblemCode } from "../problem.ts";
import { MOST_WORK } from "../work/challenge.ts";
import { MOST_PAGE } from "./page-time.ts";
import { NO_OPINION, type PackedRatings, type Ratings, packRatings } from "./rating.ts";

export const PANELS = ["public", "expert"] as const;
export type Panel = (typeof PANELS)[number];

/** Most codes that a respondent may choose "to do first". */
export const MOST_FIRST = 3;

/** A ballot as it is sent. `positions` is the order in which the recommendations were shown. */
export interface BallotBody {
  revision: number;
  language: Language;
  ratings: Ratings;
  about?: Record<string, string>;
  first?: string[];
  positions?: string[];
  invitation?: string;
  /** The version of the wording that was shown; left out, the first. */
  wording?: number;
  /** The channel by whose link the respondent came, with its signature. */
  channel?: string;
  /** The work that was demanded for it, solved; nothing of it is kept (domain/work). */
  work?: string;
  /** The time of the page on which it was filled in, as the page had it, with its signature; nothing of it is kept. */
  page?: string;
}

/** What a stored ballot says, ready to be counted. Neither time nor person is part of it. */
export interface BallotContent {
  panel: Panel;
  language: Language;
  ratings: PackedRatings;
  about: Record<string, string>;
  first: string[];
  positions: string[];
  /** The code of the channel by whose link it came. */
  channel?: string | undefined;
}

const unique = (codes: string[]): boolean => new Set(codes).size === codes.length;

/** The schema of a consultation's ballots: only its own codes, and nothing that it does not ask. */
export function ballotSchema(definition: Consultation): z.ZodMiniType<BallotBody> {
  const codes = definition.recommendations.map((one) => one.code);
  const code = z.enum(codes);
  const rating = z.optional(z.literal([1, 2, 3, 4, 5, NO_OPINION]));
  const answers = definition.about.map(({ code: question, options }) => [
    question,
    z.optional(z.enum([...options.map((option) => option.code), PREFER_NOT_TO_SAY])),
  ]);
  const schema = z.strictObject({
    revision: z.int().check(z.gte(1), z.lte(1_000_000)),
    language: z.enum([...definition.languages]),
    ratings: z
      .strictObject(Object.fromEntries(codes.map((one) => [one, rating])))
      .check(z.refine((ratings) => Object.keys(ratings).length > 0, { abort: true })),
    about: z.optional(z.strictObject(Object.fromEntries(answers))),
    first: z.optional(z.array(code).check(z.maxLength(MOST_FIRST), z.refine(unique))),
    positions: z.optional(
      z.array(code).check(z.refine((all) => all.length === codes.length && unique(all))),
    ),
    invitation: z.optional(
      z.string().check(z.minLength(INVITATION_LENGTH), z.maxLength(4 * INVITATION_LENGTH)),
    ),
    wording: z.optional(z.int().check(z.gte(1), z.lte(MOST_CORRECTIONS + 1))),
    work: z.optional(z.string().check(z.maxLength(MOST_WORK))),
    page: z.optional(z.string().check(z.maxLength(MOST_PAGE))),
    // Whether its signature is right takes the secret, and is judged where that is (`functions/`).
    ...(allChannels(definition).length > 0 && {
      channel: z.optional(z.string().check(z.maxLength(MOST_CHANNEL))),
    }),
  });
  return schema as unknown as z.ZodMiniType<BallotBody>;
}

/** Reads a ballot that somebody sent; names every fault, and repeats no value. */
export function readBallot(
  schema: z.ZodMiniType<BallotBody>,
  value: unknown,
): { ballot: BallotBody } | { faults: Fault[] } {
  const parsed = schema.safeParse(value);
  return parsed.success ? { ballot: parsed.data } : { faults: faultsOf(parsed.error, value) };
}

/** What of a sent ballot, whose signature was found right, is stored and counted. */
export const ballotContent = (
  definition: Consultation,
  ballot: BallotBody,
  panel: Panel,
): BallotContent =>
  inPanel(
    {
      panel,
      language: ballot.language,
      ratings: packRatings(
        definition.recommendations.map((one) => one.code),
        ballot.ratings,
      ),
      about: ballot.about ?? {},
      first: ballot.first ?? [],
      positions: ballot.positions ?? [],
      ...(ballot.channel !== undefined && { channel: channelCode(ballot.channel) }),
    },
    panel,
  );

/** The content as that panel's. Of an expert no channel is kept: few came by each, and the panel is the door. */
export function inPanel({ channel, ...content }: BallotContent, panel: Panel): BallotContent {
  const isKept = panel === "public" && channel !== undefined;
  return { ...content, panel, ...(isKept && { channel }) };
}

/** One line that is equal for two contents exactly when they say the same. */
export const canonicalContent = (content: BallotContent): string =>
  JSON.stringify([
    content.panel,
    content.language,
    content.ratings,
    Object.entries(content.about).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    content.first.toSorted(),
    content.positions,
    // Nothing where there is none, so that ballots from before there were channels hash as they did.
    ...(content.channel === undefined ? [] : [content.channel]),
  ]);

/** The last version that counts at once; later ones wait for the last release (docs/methods.md, "Disclosure"). */
export const LAST_COUNTED_AT_ONCE = 2;

/**
 * What releases before the last one count of a ballot that is about to be saved as `revision`, where
 * that is not what it says: a respondent changes the figures at most once while they are published,
 * and moves to the experts' only in the last. `stored` is the version before; the order of positions is
 * counted nowhere and left out.
 */
export function earlierContent(
  revision: number,
  panel: Panel,
  stored: { content: BallotContent; earlier?: BallotContent | undefined },
): BallotContent | undefined {
  const counted = stored.earlier ?? stored.content;
  if (!waitsForLast(revision) && counted.panel === panel) return undefined;
  return { ...counted, positions: [] };
}

/** Whether a change to a ballot of that revision waits for the last release. */
export const waitsForLast = (revision: number): boolean => revision > LAST_COUNTED_AT_ONCE;

/**
 * The last revision of one ballot. A change waits for the last release anyway by then (`waitsForLast`), and each costs
 * the store as much as a ballot.
 */
const MOST_REVISIONS = 50;

/** Why a ballot that was changed often enough is not changed once more; to withdraw it is always possible. */
export const spentBy = ({ revision }: BallotBody): ProblemCode | undefined =>
  revision > MOST_REVISIONS ? "revisions-spent" : undefined;
