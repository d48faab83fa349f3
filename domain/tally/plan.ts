import type { Consultation } from "../consultation.ts";
import { type Grouped, type Grouping, groupings } from "../groups.ts";

/** A declared group of the public: everyone of whom one grouping says the same. */
export interface Segment {
  /** The grouping's code: of an about-you question, `ballot-language` or `channel`. */
  question: string;
  /** An option's code, or `not-said`. */
  option: string;
}

/** What of a definition the counting needs, in the order in which it counts. */
export interface CountingPlan {
  /** Codes of the recommendations, catalogue order. */
  codes: readonly string[];
  /** Place of each code in that order. */
  places: ReadonlyMap<string, number>;
  /** By what the public is told apart. */
  groupings: readonly Grouping[];
  /** Every segment, by grouping and option as they were declared, `not-said` last of each. */
  segments: readonly Segment[];
  /** The names of the segments. */
  keys: ReadonlySet<string>;
}

export function countingPlan(
  definition: Pick<Consultation, "recommendations"> & Grouped,
): CountingPlan {
  const codes = definition.recommendations.map((one) => one.code);
  const told = groupings(definition);
  const segments = told.flatMap(({ code: question, options }) =>
    options.map((option) => ({ question, option })),
  );
  return {
    codes,
    places: new Map(codes.map((code, place) => [code, place])),
    groupings: told,
    segments,
    keys: new Set(segments.map(segmentKey)),
  };
}

/** The name under which a segment's cell is kept. */
export const segmentKey = ({ question, option }: Segment): string => `${question}=${option}`;
