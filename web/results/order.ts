import type { Panel } from "../../domain/ballot.ts";
import type { Figures } from "../../domain/release/schema.ts";

/** In which order the recommendations can be shown. */
export const SORTS = ["public", "expert", "catalogue"] as const;
export type Sort = (typeof SORTS)[number];

/** The order that a reader asked for; the public's priority when none, or an unknown one. */
export const readSort = (asked: string | undefined): Sort =>
  SORTS.find((sort) => sort === asked) ?? "public";

type Panels = Record<Panel, Figures>;

/**
 * Highest mean of the chosen panel first; where it has none, the other panel's mean counts. Equal
 * shown means follow the rank, which is made from means before rounding; then catalogue order.
 */
export function inOrder<Row extends { panels: Panels }>(rows: readonly Row[], sort: Sort): Row[] {
  if (sort === "catalogue") return [...rows];
  const key = ({ panels }: Row) => {
    const other: Panel = sort === "public" ? "expert" : "public";
    return panels[sort].mean === null ? panels[other] : panels[sort];
  };
  return rows.toSorted((one, next) => {
    const [a, b] = [key(one), key(next)];
    return (b.mean ?? 0) - (a.mean ?? 0) || (a.rank ?? 0) - (b.rank ?? 0);
  });
}
