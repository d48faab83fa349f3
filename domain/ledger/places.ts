/**
 * Places by priority, from the figures that a release tells and no others. Within a panel they follow the mean
 * as it is told, and the rank where two means are told alike: the order of the results page.
 */
import type { Panel } from "../ballot/ballot.ts";
import type { Figures, Release } from "../release/schema.ts";

/** By whose ratings recommendations are put in order; `both` gives the panels the same weight. */
export const PRIORITIES = ["both", "public", "expert"] as const;
export type Priority = (typeof PRIORITIES)[number];

/** How many of the highest the summaries ask after. */
export const TOP = 10;

/** Places from 1 by code, ties sharing the higher one; what has no mean in an order has no place there. */
export type Places = Readonly<Record<Priority, ReadonlyMap<string, number>>>;

type Rated = Pick<Release["recommendations"][number], "code" | "panels">;

/** Which orders a release allows, the one to begin with first; none where no mean is told. */
export const prioritiesIn = (release: Pick<Release, "recommendations"> | undefined): Priority[] =>
  PRIORITIES.filter((by) => release?.recommendations.some((one) => keyIn(one, by) !== undefined));

/** The places in each order. */
export function placesIn(recommendations: readonly Rated[]): Places {
  const placed = (by: Priority): Map<string, number> => {
    const all = recommendations.flatMap((one) => {
      const key = keyIn(one, by);
      return key === undefined ? [] : [{ code: one.code, key }];
    });
    return new Map(
      all.map(({ code, key }) => [code, 1 + all.filter((other) => isAbove(other.key, key)).length]),
    );
  };
  return { both: placed("both"), public: placed("public"), expert: placed("expert") };
}

/** What a recommendation is placed by: a mean, and the rank that was made before it was rounded. */
interface Key {
  mean: number;
  rank: number | null;
}

function keyIn({ panels }: Rated, by: Priority): Key | undefined {
  if (by !== "both") return keyOf(panels[by]);
  const [all, experts] = [panels.public.mean, panels.expert.mean];
  // A sum of decimals is written in halves of bits: alike as told has to be alike here.
  if (all === null || experts === null) return undefined;
  return { mean: Number(((all + experts) / 2).toFixed(6)), rank: null };
}

const keyOf = ({ mean, rank }: Pick<Figures, "mean" | "rank">): Key | undefined =>
  mean === null ? undefined : { mean, rank };

const isAbove = (other: Key, one: Key): boolean =>
  other.mean > one.mean ||
  (other.mean === one.mean && other.rank !== null && one.rank !== null && other.rank < one.rank);

/** The panels that an order goes by. */
export const panelsOf = (by: Priority): readonly Panel[] =>
  by === "both" ? ["public", "expert"] : [by];
