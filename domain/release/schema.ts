import * as z from "zod/mini";
import { DISCLOSURES } from "../disclosure/policy.ts";
import { HIDDEN_REASONS } from "../disclosure/reasons.ts";

const figure = z.nullable(z.number());
const range = z.nullable(z.tuple([z.number(), z.number()]));
const perPanel = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.object({ public: schema, expert: schema });

/**
 * Why a figure is `null`, under its name; a part of a list by its place (`counts/0` for point 1).
 * Every `null` has its reason here, and every reason its `null`.
 */
const hidden = z.record(z.string(), z.enum(HIDDEN_REASONS));

/** What is published of one recommendation and panel. */
const figuresSchema = z.object({
  rated: figure,
  noOpinion: figure,
  skipped: figure,
  /** The five points; and the same in three bands: low (1, 2), medium (3), high (4, 5). */
  counts: z.array(figure),
  bands: z.array(figure),
  mean: figure,
  interval: range,
  rank: figure,
  rankRange: range,
  highShare: figure,
  highInterval: range,
  lowShare: figure,
  lowInterval: range,
  disagreement: figure,
  /** Share of those who chose anything "to do first" that chose this. */
  first: figure,
  firstRank: figure,
  firstRange: range,
  /** Made from `counts` as they are shown, so only where all five are. */
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

/** How the experts' ratings of one recommendation differ from the public's. */
const gapSchema = z.object({
  /** Chance that a random expert rates it higher than a random member of the public, ties split. */
  theta: z.number(),
  /** Cliff's delta, 2θ − 1: above 0 the experts rate it higher. */
  delta: z.number(),
  interval: z.tuple([z.number(), z.number()]),
  differs: z.boolean(),
  size: z.enum(["negligible", "small", "medium", "large"]),
});
export type Gap = z.infer<typeof gapSchema>;

/** What is published of one recommendation and segment. */
const segmentFiguresSchema = z.object({
  code: z.string(),
  rated: figure,
  mean: figure,
  interval: range,
  rank: figure,
  highShare: figure,
  hidden,
});
export type SegmentFigures = z.infer<typeof segmentFiguresSchema>;

const segmentSchema = z.object({
  question: z.string(),
  /** An option's code, or `not-said`. */
  option: z.string(),
  ballots: figure,
  /** The release in which these figures were made; `null` when nothing is shown. */
  madeIn: z.nullable(z.int()),
  recommendations: z.array(segmentFiguresSchema),
  hidden,
});
export type SegmentResult = z.infer<typeof segmentSchema>;

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
  rules: z.object({
    disclosure: z.enum(DISCLOSURES),
    base: z.int(),
    roundTo: z.int(),
    minChanged: z.int(),
    minMinutes: z.int(),
    /** When the consultation closes; `null` when that is not fixed. */
    closesAt: z.nullable(z.string()),
  }),
  /** How many ballots are counted, rounded. */
  ballots: perPanel(z.nullable(z.int())),
  /** How many of them chose anything "to do first", rounded. */
  choosers: perPanel(z.nullable(z.int())),
  hidden,
  /** The release in which a panel's figures were made; older than this one when too few changed. */
  madeIn: perPanel(z.nullable(z.int())),
  recommendations: z.array(
    z.object({
      code: z.string(),
      addressee: z.string(),
      panels: perPanel(figuresSchema),
      gap: z.nullable(gapSchema),
      /** Whether the experts agree, by the Delphi rule. */
      consensus: z.nullable(z.enum(["high", "low", "none"])),
      hidden,
    }),
  ),
  /** How far the experts put the recommendations in the same order: Kendall's W. */
  concordance: z.nullable(z.object({ w: z.number(), raters: z.int() })),
  /** Whether it mattered how early the public saw a recommendation. */
  orderCheck: z.nullable(
    z.object({
      first: z.number(),
      last: z.number(),
      difference: z.number(),
      flagged: z.boolean(),
    }),
  ),
  segments: z.array(segmentSchema),
});
export type Release = z.infer<typeof releaseSchema>;
