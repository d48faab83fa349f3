import * as z from "zod/mini";
import { DISCLOSURES, SCHEDULES } from "../disclosure/policy.ts";
import { flagRulesSchema, flagsSchema } from "./flags-schema.ts";
import { count, deviation, figure, hidden, measured, range } from "./parts-schema.ts";

const perPanel = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.object({ public: schema, expert: schema });

/** The direction of the scale, 1 to 5. */
export const SCALE_CODE = "5-is-top";

/** Which side more than half of those who rated are on, as far as chance and noise let that be said. */
export const LEANINGS = ["most-high", "most-low", "unclear"] as const;
const leaning = z.enum(LEANINGS);
export type Leaning = z.infer<typeof leaning>;

/** What is published of one recommendation and panel. */
const figuresSchema = z.object({
  measured,
  /** How many chose it "to do first", as measured. */
  firstMeasured: count,
  rated: count,
  noOpinion: count,
  skipped: count,
  /** The five points as people (`fitted.ts`); and the same in three bands: low, medium, high. */
  counts: z.array(count),
  bands: z.array(count),
  leaning: z.nullable(leaning),
  mean: figure,
  interval: range,
  rank: count,
  rankRange: range,
  highShare: figure,
  highInterval: range,
  lowShare: figure,
  lowInterval: range,
  disagreement: figure,
  /** Share of those who chose anything "to do first" that chose this. */
  first: figure,
  firstRank: count,
  firstRange: range,
  spread: z.nullable(
    z.object({
      interpolatedMedian: z.number(),
      quartiles: z.tuple([z.number(), z.number()]),
      tastleWierman: z.number(),
      vanDerEijk: z.number(),
      estebanRay: z.number(),
    }),
  ),
  hidden,
});
export type Figures = z.infer<typeof figuresSchema>;

/** How large a gap is called, by |δ|; and what experts may agree on. */
export const GAP_SIZES = ["negligible", "small", "medium", "large"] as const;
export const CONSENSUSES = ["high", "low", "none"] as const;

/** How the experts' ratings of one recommendation differ from the public's. */
const gapSchema = z.object({
  /** Chance that a random expert rates it higher than a random member of the public, ties split. */
  theta: z.number(),
  /** Cliff's delta, 2θ − 1: above 0 the experts rate it higher. */
  delta: z.number(),
  interval: z.tuple([z.number(), z.number()]),
  differs: z.boolean(),
  size: z.enum(GAP_SIZES),
});
export type Gap = z.infer<typeof gapSchema>;

/** What is published of one recommendation and segment. */
const segmentFiguresSchema = z.object({
  code: z.string(),
  measured,
  rated: count,
  mean: figure,
  interval: range,
  rank: count,
  highShare: figure,
  highInterval: range,
  hidden,
});
export type SegmentFigures = z.infer<typeof segmentFiguresSchema>;

const segmentSchema = z.object({
  question: z.string(),
  /** An option's code, or `not-said`. */
  option: z.string(),
  /** How many of the group took part, by this release's own count of it, as measured. */
  participation: count,
  /** How many ballots the group's figures are made of, at the milestone. */
  ballots: count,
  /** The release in which these figures were made; `null` when nothing is shown. */
  madeIn: z.nullable(z.int()),
  /** Of how many recommendations a rank is told. */
  ranked: z.int(),
  recommendations: z.array(segmentFiguresSchema),
  hidden,
});
export type SegmentResult = z.infer<typeof segmentSchema>;

/** Under what protection a release was made: all that it takes to judge and recompute it. */
const protectionSchema = z.object({
  /** Deviation of independent noise on one rating that would tell as much as everything published. */
  sigma: z.number(),
  /** Whether that holds: not in a demonstration. */
  promised: z.boolean(),
  /** By how much a respondent's changes raise the variance (`sensitivity.ts`). */
  sensitivity: z.number(),
  ratings: perPanel(deviation),
  first: perPanel(deviation),
  groups: z.nullable(deviation),
  participation: deviation,
});
export type Protection = z.infer<typeof protectionSchema>;

/** Numbered, immutable, published results: everything that is ever shown or exported publicly. */
export const releaseSchema = z.object({
  consultation: z.string(),
  release: z.int(),
  releasedAt: z.string(),
  /** SHA-256 of the bytes of the release before; `null` for the first. */
  previous: z.nullable(z.string()),
  /** Whether this is the one made after the consultation closed. */
  final: z.boolean(),
  /** Whether ballots made by a program, to try things out, are among those counted. */
  simulated: z.boolean(),
  /** The version of the method and of this form (docs/methods.md); 1 is only read (`earlier-release.ts`). */
  method: z.literal([1, 2]),
  /** Which end of the scale is the more urgent one, for whoever has nothing but this file; earlier ones do not say it. */
  scale: z.optional(z.literal(SCALE_CODE)),
  rules: z.object({
    disclosure: z.enum(DISCLOSURES),
    base: z.int(),
    sharesFrom: z.int(),
    /** Whether the experts are published exactly; each was told before answering. */
    expertsExact: z.boolean(),
    /** Which release of how many this is, and how they are spaced. */
    schedule: z.object({
      every: z.enum(SCHEDULES),
      startsAt: z.string(),
      turn: z.int(),
      releases: z.int(),
    }),
    /** Which telling of groups the segments are from, of how many; 0 before the first. */
    milestone: z.object({ turn: z.int(), of: z.int() }),
    protection: protectionSchema,
    /** By what ballots of the public are flagged; left out where no part of the budget is set aside for it. */
    flags: z.optional(flagRulesSchema),
    /** When the consultation closes; `null` when that is not fixed. */
    closesAt: z.nullable(z.string()),
  }),
  /** How many ballots there are, by the published counts. */
  ballots: perPanel(count),
  /** How many of them chose anything "to do first", as measured. */
  choosers: perPanel(count),
  /** Of how many recommendations a rank by mean is told. */
  ranked: perPanel(z.int()),
  hidden,
  recommendations: z.array(
    z.object({
      code: z.string(),
      addressee: z.string(),
      panels: perPanel(figuresSchema),
      gap: z.nullable(gapSchema),
      /** Whether the experts agree, by the Delphi rule. */
      consensus: z.nullable(z.enum(CONSENSUSES)),
      hidden,
    }),
  ),
  segments: z.array(segmentSchema),
  /** How many ballots are flagged, and the public's results without them; left out with `rules.flags`. */
  flags: z.optional(flagsSchema),
});
export type Release = z.infer<typeof releaseSchema>;
