import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { DisclosurePolicy } from "../../../domain/disclosure/policy.ts";
import type { Wave } from "../../../domain/release/waves.ts";
import { catalogue, cellOf, make, QUIET } from "../counted.ts";

/** Bins of one recommendation: the five points; nobody was without an opinion, or skipped it. */
export type Points = readonly number[];

export interface Asked {
  id?: string;
  /** The rows of the public, one for each recommendation; and of the experts. */
  rows: readonly Points[];
  experts?: readonly Points[];
  final?: boolean;
  change?: Partial<Consultation>;
  /** Without one: exact counts of the public as well. */
  policy?: DisclosurePolicy;
  seed?: number;
}

/** A wave of which so many rated each recommendation so. */
export function wave({ rows, experts, final = true, ...more }: Asked): Wave {
  const { id = "then", change = {}, policy = QUIET, seed = 1 } = more;
  const consultation = {
    ...catalogue,
    id,
    recommendations: Array.from({ length: rows.length }, (_, place) => ({
      ...catalogue.recommendations[place % catalogue.recommendations.length]!,
      code: `R${place + 1}`,
    })),
    ...change,
  };
  const cell = (points: readonly Points[]) => cellOf(points.map((one) => [...one, 0, 0]));
  const cells = { public: cell(rows), ...(experts && { expert: cell(experts) }) };
  const release = make({ definition: consultation, cells, final, policy, seed });
  return { consultation, release };
}
