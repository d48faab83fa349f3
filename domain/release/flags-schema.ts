import * as z from "zod/mini";
import { count, deviation, figure, hidden, measured, range } from "./parts-schema.ts";

/**
 * What is told of a ballot's making. `burst` and `fast` were seen by the server (`domain/ballot/seen.ts`); `clones` are the
 * copies of one row of ratings beyond as many as chance allows; `straight` says the same of everything, which
 * may be meant, so it is counted and taken out of nothing.
 */
export const FLAGS = ["burst", "fast", "clones", "straight"] as const;
export type Flag = (typeof FLAGS)[number];

/** By which rules, and with how much noise: all that it takes to flag the same ballots again, and to judge the counts. */
export const flagRulesSchema = z.object({
  /** Percent of the protection's budget. */
  budget: z.int(),
  /** Ballots of the consultation in one minute, beyond which they are a burst. */
  burstPerMinute: z.int(),
  /** Sent sooner than so many seconds for each rated recommendation after the page was made. */
  fastSeconds: z.number(),
  /** Fewest ratings of a ballot that says the same of everything. */
  straightFrom: z.int(),
  /**
   * A row of ratings with at least `ratedFrom` ratings, `offMode` of them other than the public's most frequent one, may occur
   * max(`least`, ⌈ballots / `oneIn`⌉, ⌈`times`·λ⌉) times, λ the number expected by chance (`domain/flags/chance.ts`) from the `whole` counts; copies
   * beyond are flagged.
   */
  clones: z.object({
    ratedFrom: z.int(),
    offMode: z.int(),
    least: z.int(),
    oneIn: z.int(),
    times: z.number(),
  }),
});
export type FlagRules = z.infer<typeof flagRulesSchema>;

/** How many ballots a flag has, and their share of the public's. */
const flagCountSchema = z.object({
  /** As counted, with noise; may be below zero. */
  measured: count,
  share: figure,
  interval: range,
  hidden,
});
export type FlagCount = z.infer<typeof flagCountSchema>;

/** The public's figures of one recommendation, with all ballots or without the flagged ones. */
const viewSchema = z.object({
  rated: count,
  counts: z.array(count),
  bands: z.array(count),
  mean: figure,
  interval: range,
  rank: count,
  rankRange: range,
  highShare: figure,
  highInterval: range,
  hidden,
});

/** The two views of a table: the one is what the other is compared with. */
export const VIEWS = ["with", "without"] as const;

/** The public's results of one recommendation with all ballots, and without the flagged ones. */
const flaggedFiguresSchema = z.object({
  code: z.string(),
  /** The public's counts in the release `madeIn`, and of them those of flagged ballots: each with its own noise. */
  whole: measured,
  flagged: measured,
  /** As the public's figures of that release. */
  with: viewSchema,
  /** Made of `whole` − `flagged`, as those of a panel are of its counts. */
  without: viewSchema,
  /** The mean without flagged ballots minus that with all, to as many decimals as the former. */
  change: figure,
  /** Whether that is more than the noise of the flagged counts makes of nothing, in one of a hundred releases at most. */
  clear: z.nullable(z.boolean()),
  hidden,
});
export type FlaggedFigures = z.infer<typeof flaggedFiguresSchema>;

/**
 * What the results hang on: `depends-on-flagged` where a mean clearly changes by more than .1, or two recommendations clearly
 * change places; else `no-clear-difference`, which does not say that there is none.
 */
export const VERDICTS = ["depends-on-flagged", "no-clear-difference"] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * Results with and without flagged ballots, of the public. Counted at the milestones of groups and after closing, and
 * repeated in between: `madeIn` says in which release. Before the first telling `madeIn` is `null`,
 * `recommendations` are empty, and all else is hidden (`before-milestone`).
 */
export const flagsSchema = z.object({
  madeIn: z.nullable(z.int()),
  /** Deviation of the noise: in each of the `whole` counts, in each of the `flagged` ones, and in how many are flagged. */
  deviation: z.object({ whole: deviation, flagged: deviation, ballots: deviation }),
  /** How many ballots the public had then, by the published counts, and how many of them were flagged. */
  ballots: count,
  flagged: flagCountSchema,
  /** The same by flag; one ballot may have several. `flagged` are those with `burst`, `fast` or `clones`. */
  counts: z.object({
    burst: flagCountSchema,
    fast: flagCountSchema,
    clones: flagCountSchema,
    straight: flagCountSchema,
  } satisfies Record<Flag, unknown>),
  /** Of how many recommendations a rank is told. */
  ranked: z.object({ with: z.int(), without: z.int() }),
  recommendations: z.array(flaggedFiguresSchema),
  difference: z.object({
    verdict: z.nullable(z.enum(VERDICTS)),
    /** How many recommendations have another rank without, whether clearly or by noise. */
    ranksChanged: count,
    /** Codes of those that clearly change places with another. */
    moved: z.array(z.string()),
    /** The recommendation whose mean changes most, and by how much. */
    greatest: z.nullable(z.object({ code: z.string(), change: z.number() })),
    /** Codes that are among the first five only without flagged ballots, and only with them; clearly or by noise. */
    intoTopFive: z.array(z.string()),
    outOfTopFive: z.array(z.string()),
    hidden,
  }),
  hidden,
});
export type Flags = z.infer<typeof flagsSchema>;
