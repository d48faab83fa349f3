import { budgetOf } from "../../../domain/release/budget.ts";
import { noiseVariance, tableNoise } from "../../../domain/disclosure/noise.ts";
import { POLICIES } from "../../../domain/disclosure/policy.ts";
import { BINS } from "../../../domain/ballot/rating.ts";
import { countedGroup } from "../../../domain/release/counted.ts";
import type { Side } from "../../../domain/release/gaps.ts";
import { withNoise } from "../../../domain/release/limits.ts";
import { type Cell, emptyCell } from "../../../domain/tally/cell.ts";
import { noiseBytes } from "../../../functions/jobs/noise-bytes.ts";
import { secretOf } from "../attack/published.ts";
import { definition } from "../consultation/definition.ts";

/** How people rate, from near agreement to two camps. */
export const SHAPES = {
  usual: [0.04, 0.06, 0.15, 0.4, 0.35],
  even: [0.2, 0.2, 0.2, 0.2, 0.2],
  camps: [0.35, 0.1, 0.1, 0.1, 0.35],
  agreed: [0.01, 0.02, 0.05, 0.12, 0.8],
};

/** Of how many releases the newest is looked at; 0: an exact panel. */
export const SCHEDULED = [0, 1, 4, 30] as const;

/** With groups, which take a part of the budget: the most noise that a panel has by default. */
const { ratings } = budgetOf({ ...definition(), release: { every: "week" } });

/** How many ratings of each point, of a row in which everybody rates by one shape. */
export function drawn(shape: readonly number[], ratings: number, chance: () => number): number[] {
  const counts = shape.map(() => 0);
  for (let one = 0; one < ratings; one++) {
    let left = chance();
    const point = shape.findIndex((share) => (left -= share) < 0);
    counts[point < 0 ? shape.length - 1 : point]! += 1;
  }
  return counts;
}

/** A panel's cell of such rows. */
export function cellOf(rows: readonly (readonly number[])[]): Cell {
  const cell = emptyCell(rows.length);
  rows.forEach((row, place) => cell.bins.set(row, place * BINS.length));
  const [first = []] = rows;
  return { ...cell, ballots: first.reduce((sum, one) => sum + one, 0) };
}

/** A panel as its newest of so many releases publishes it, with the noise and limits it has there. */
export function published(cell: Cell, releases: number, name: string): Side {
  const limits = { ...POLICIES.standard, because: "below-base" as const };
  if (releases === 0) return { group: countedGroup(cell), limits };
  const turn = { release: releases, of: releases };
  const variance = noiseVariance(ratings, turn);
  const bytes = noiseBytes(secretOf(name), "simulated");
  const noise = {
    bins: tableNoise(bytes, "ratings/public", cell.bins.length, ratings, turn),
    first: new Int32Array(cell.first.length + 1),
    variance,
    firstVariance: 0,
  };
  const group = countedGroup(cell, noise);
  return { group, limits: withNoise(limits, group) };
}

/** How often something was so, and how far chance may have taken that. */
export class Rate {
  times = 0;
  of = 0;

  note(isSo: boolean): void {
    this.of += 1;
    if (isSo) this.times += 1;
  }

  get share(): number {
    return this.times / this.of;
  }

  /** Two standard errors of the share, of at least one time. */
  get slack(): number {
    const share = Math.min(0.99, Math.max(0.01, this.share));
    return 2 * Math.sqrt((share * (1 - share)) / this.of);
  }
}
