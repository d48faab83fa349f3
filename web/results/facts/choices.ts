import type { Release, SegmentResult } from "../../../domain/release/schema.ts";
import { tellsWithout } from "../../../domain/release/without-flagged.ts";

/** In which order the recommendations can be shown. */
export const SORTS = [
  "public",
  "expert",
  "gap",
  "disagreement",
  "first",
  "segment",
  "catalogue",
] as const;
export type Sort = (typeof SORTS)[number];

/** What a reader can choose on the results page; all of it stands in the address. */
export interface Choices {
  sort: Sort;
  by: "all" | "addressee";
  segment: SegmentResult | undefined;
  /** Whether flagged ballots are left out. */
  ballots: "all" | "unflagged";
}

/** The choices as they came in the address; what is unknown falls back to the usual. */
export function readChoices(
  query: Record<string, string | undefined>,
  release: Release | undefined,
): Choices {
  return {
    sort: SORTS.find((sort) => sort === query["sort"]) ?? "public",
    by: query["by"] === "addressee" ? "addressee" : "all",
    segment: release?.segments.find((one) => segmentName(one) === query["segment"]),
    ballots: query["ballots"] === "unflagged" && tellsWithout(release) ? "unflagged" : "all",
  };
}

/** How a segment is named in an address. */
const segmentName = ({ question, option }: Pick<SegmentResult, "question" | "option">): string =>
  `${question}:${option}`;

/** The choices as a query; those that are usual are left out. */
export function queryOf({ sort, by, ballots, ...choices }: Choices): Record<string, string> {
  return {
    ...ballotsOf({ ballots }),
    ...(sort !== "public" && { sort }),
    ...(by !== "all" && { by }),
    ...groupOf(choices),
  };
}

/** Of them the ballots alone, which is all that files and frames know. */
export const ballotsOf = ({ ballots }: Pick<Choices, "ballots">): Record<string, string> =>
  ballots === "all" ? {} : { ballots };

/** Of them the group alone, which is all that the page of one recommendation knows. */
export const groupOf = ({ segment }: Pick<Choices, "segment">): Record<string, string> =>
  segment === undefined ? {} : { segment: segmentName(segment) };
