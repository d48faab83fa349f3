import type { Panel } from "../../../domain/ballot/ballot.ts";
import type { Sort } from "./choices.ts";
import type { ResultRow } from "./row.ts";

/** What a row is ordered by: highest first, `null` last; equal ones by `rank`. */
interface Key {
  value: number | null;
  rank?: number | null;
}

const byMean =
  (panel: Panel) =>
  ({ panels }: ResultRow): Key => ({ value: panels[panel].mean, rank: panels[panel].rank });

const KEYS: Record<Exclude<Sort, "catalogue">, (row: ResultRow) => Key> = {
  public: byMean("public"),
  expert: byMean("expert"),
  gap: ({ gap }) => ({ value: gap === null ? null : Math.abs(gap.delta) }),
  disagreement: ({ panels }) => ({ value: panels.public.disagreement }),
  first: ({ panels }) => ({ value: panels.public.first, rank: panels.public.firstRank }),
  segment: ({ segment }) => ({ value: segment?.mean ?? null, rank: segment?.rank ?? null }),
};

/** Whether there is anything to put in that order. */
export const canSort = (rows: readonly ResultRow[], sort: Sort): boolean =>
  sort === "catalogue" || rows.some((row) => KEYS[sort](row).value !== null);

/**
 * The rows in order. Equal shown figures follow the rank, which is made before rounding; what has no
 * figure comes last, and catalogue order decides the rest.
 */
export function inOrder(rows: readonly ResultRow[], sort: Sort): ResultRow[] {
  if (sort === "catalogue") return [...rows];
  const key = KEYS[sort];
  return rows.toSorted((one, next) => {
    const [a, b] = [key(one), key(next)];
    return (b.value ?? -1) - (a.value ?? -1) || (a.rank ?? 0) - (b.rank ?? 0);
  });
}
