import type { Consultation } from "../consultation/definition.ts";
import { type Grouped, type Grouping, groupings, NOT_SAID } from "../consultation/groupings.ts";

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
  groupings: readonly CountedGrouping[];
  /** Every segment, by grouping and option as they were declared, `not-said` last of each. */
  segments: readonly Segment[];
}

/** A grouping with the names of its segments. */
export interface CountedGrouping extends Grouping {
  /** By option. */
  names: ReadonlyMap<string, string>;
  /** Where everybody else belongs. */
  otherwise: string;
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
    groupings: told.map((grouping) => {
      const name = (option: string) => segmentKey({ question: grouping.code, option });
      return {
        ...grouping,
        names: new Map(grouping.options.map((option) => [option, name(option)])),
        otherwise: name(NOT_SAID),
      };
    }),
    segments,
  };
}

/** The name under which a segment's cell is kept. */
export const segmentKey = ({ question, option }: Segment): string => `${question}=${option}`;
