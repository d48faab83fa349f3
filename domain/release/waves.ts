/**
 * Two waves of a consultation side by side, from their published figures alone: what those who answered
 * then said, and those who answer now. Nobody knows who answered both times (docs/decisions/032-council-and-waves.md).
 */
import { type Panel, PANELS } from "../ballot/ballot.ts";
import { SCALE } from "../ballot/rating.ts";
import type { Consultation } from "../consultation/definition.ts";
import { fitted } from "../disclosure/fitted.ts";
import { outwards, round } from "../disclosure/rounding.ts";
import type { Language, Texts } from "../language.ts";
import { differs, gap, gapSize } from "../statistics/gap.ts";
import { type Histogram, mean } from "../statistics/histogram.ts";
import { meanInterval } from "../statistics/mean-interval.ts";
import { benjaminiHochberg } from "../statistics/multiplicity.ts";
import {
  differenceInterval,
  meanNoise,
  type MeanWithError,
  unpairedTest,
} from "../statistics/unpaired.ts";
import type { Figures, Gap, Release } from "./schema.ts";

/** A consultation with its newest release. */
export interface Wave {
  consultation: Pick<Consultation, "id" | "languages" | "recommendations" | "licence">;
  release: Release;
}

/** Why two waves are not compared; the first that holds. */
export type Uncompared = "wording-changed" | "not-final" | "earlier-rules" | "hidden" | "too-few";

/**
 * Fewest ratings in each wave, and how many times the deviation of the noise in their number. With fewer the
 * tests raise more false alarms than they say (simulated in tests/domain/release/waves-alarms.test.ts).
 */
const WAVES_FROM = 30;
const TIMES_NOISE = 8;

export interface WaveDifference extends Pick<Gap, "delta" | "interval" | "differs" | "size"> {
  /** The later mean less the earlier one; 95 %, with chance and noise. */
  means: { difference: number; interval: [number, number] };
}

export interface ComparedPanel {
  earlier: Figures;
  later: Figures;
  compared: WaveDifference | { because: Uncompared };
}

/** A recommendation that both waves have. */
export interface WavePair {
  code: string;
  /** Languages of both in which the wording is another, where that of the original stayed. */
  retranslated: Language[];
  panels: Record<Panel, ComparedPanel>;
}

/**
 * Every recommendation whose code both waves have, in the later one's order. They are said to differ as
 * experts and public are (`gaps.ts`), and more strictly: p corrected over all that were compared, both panels
 * together, and not negligible. Only final releases are compared: to look again and again until there is a difference finds one.
 */
export function wavesOf(earlier: Wave, later: Wave): WavePair[] {
  const pairs = later.consultation.recommendations.flatMap(({ code }) => {
    const [before, after] = [partOf(earlier, code), partOf(later, code)];
    return before === undefined || after === undefined ? [] : [{ code, before, after }];
  });
  const isFinal = earlier.release.final && later.release.final;
  const found = pairs.flatMap(({ before, after }) => {
    const isSame = isSameWording(earlier, before, later, after);
    return PANELS.map((panel) => {
      if (!isSame) return { because: "wording-changed" as const };
      if (!isFinal) return { because: "not-final" as const };
      const sides = [sideOf(earlier, before, panel), sideOf(later, after, panel)] as const;
      const because = sides.find((side) => typeof side === "string");
      if (because !== undefined) return { because };
      return differenceOf(...(sides as [Side, Side]));
    });
  });
  const adjusted = benjaminiHochberg(found.flatMap((one) => ("because" in one ? [] : one.p)));
  const compared = found.map((one): ComparedPanel["compared"] => {
    if ("because" in one) return one;
    const { p: _, exact, ...difference } = one;
    return { ...difference, differs: differs(adjusted.shift()!, exact) };
  });
  return pairs.map(({ code, before, after }, place): WavePair => {
    const panels = PANELS.map((panel, index): [Panel, ComparedPanel] => {
      const [then, now] = [before.figures[panel], after.figures[panel]];
      return [
        panel,
        { earlier: then, later: now, compared: compared[place * PANELS.length + index]! },
      ];
    });
    return {
      code,
      retranslated: retranslated(earlier, before, later, after),
      panels: Object.fromEntries(panels) as WavePair["panels"],
    };
  });
}

/** What a wave has of one recommendation: its place in the definition, and its figures. */
interface Part {
  recommendation: Consultation["recommendations"][number];
  figures: Record<Panel, Figures>;
}

function partOf({ consultation, release }: Wave, code: string): Part | undefined {
  const recommendation = consultation.recommendations.find((one) => one.code === code);
  const figures = release.recommendations.find((one) => one.code === code)?.panels;
  return recommendation && figures && { recommendation, figures };
}

/** Whether both asked the same of the same: to the letter, in the language in which both were written. */
function isSameWording(earlier: Wave, before: Part, later: Wave, after: Part): boolean {
  const [original] = earlier.consultation.languages;
  return (
    original === later.consultation.languages[0] &&
    before.recommendation.addressee === after.recommendation.addressee &&
    wordingIn(original!, before) === wordingIn(original!, after)
  );
}

const wordingIn = (language: Language, { recommendation }: Part): string => {
  const { title, statement, measures } = recommendation;
  return JSON.stringify(
    [title, statement, ...measures].map((texts: Texts) => texts[language] ?? ""),
  );
};

const retranslated = (earlier: Wave, before: Part, later: Wave, after: Part): Language[] =>
  isSameWording(earlier, before, later, after)
    ? later.consultation.languages.filter(
        (one) =>
          earlier.consultation.languages.includes(one) &&
          wordingIn(one, before) !== wordingIn(one, after),
      )
    : [];

/** A panel's published counts of one recommendation. */
interface Side {
  histogram: Histogram;
  /** The variance of the noise in each count. */
  variance: number;
}

/** What of a panel can be compared; or why nothing can. */
function sideOf({ release }: Wave, { figures }: Part, panel: Panel): Side | Uncompared {
  const { measured, mean: told } = figures[panel];
  if (release.method === 1) return "earlier-rules";
  const histogram = fitted(measured.slice(0, SCALE.length));
  const rated = histogram.reduce((sum, count) => sum + count, 0);
  if (told === null) return "hidden";
  const variance = release.rules.protection.ratings[panel] ** 2;
  const least = Math.max(WAVES_FROM, TIMES_NOISE * Math.sqrt(SCALE.length * variance));
  return rated < least ? "too-few" : { histogram, variance };
}

/**
 * Those who answered now against those who answered then: above 0 those now rate it higher. Both tests must
 * say so, that of ranks and that of means: each alone is too easily wrong, where few answered and nearly alike.
 */
function differenceOf(before: Side, after: Side) {
  const found = gap(after.histogram, before.histogram, {
    expert: after.variance,
    public: before.variance,
  })!;
  const [now, then] = [meanOf(after), meanOf(before)];
  return {
    p: Math.max(found.p, unpairedTest(now, then).p),
    exact: found.delta,
    delta: round(found.delta, 2),
    interval: outwards(found.interval, 2),
    size: gapSize(found.delta),
    means: {
      difference: round(mean(after.histogram)! - mean(before.histogram)!, 2),
      interval: outwards(differenceInterval(now, then), 2),
    },
  };
}

/** The mean as its interval sees it (`mean-interval.ts`). */
function meanOf({ histogram, variance }: Side): MeanWithError {
  const { mean: middle, sd, df } = meanInterval(histogram)!;
  return { mean: middle, variance: sd ** 2, df, noise: meanNoise(histogram, variance) };
}
