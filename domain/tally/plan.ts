import { type Consultation, NOT_SAID } from "../consultation.ts";

/** A declared group of the public: everyone who gave one answer to one about-you question. */
export interface Segment {
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
  /** Codes of the about-you questions. */
  questions: readonly string[];
  /** Every segment, by question and option as they were declared, `not-said` last of each. */
  segments: readonly Segment[];
  /** The names of the segments. */
  keys: ReadonlySet<string>;
}

export function countingPlan({
  recommendations,
  about,
}: Pick<Consultation, "recommendations" | "about">): CountingPlan {
  const codes = recommendations.map((one) => one.code);
  const segments = about.flatMap(({ code: question, options }) =>
    [...options.map((option) => option.code), NOT_SAID].map((option) => ({ question, option })),
  );
  return {
    codes,
    places: new Map(codes.map((code, place) => [code, place])),
    questions: about.map((asked) => asked.code),
    segments,
    keys: new Set(segments.map(segmentKey)),
  };
}

/** The name under which a segment's cell is kept. */
export const segmentKey = ({ question, option }: Segment): string => `${question}=${option}`;
