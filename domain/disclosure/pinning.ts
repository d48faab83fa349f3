import { disagreement } from "../statistics/disagreement.ts";
import { type Histogram, mean, total } from "../statistics/histogram.ts";
import { meanInterval } from "../statistics/mean-interval.ts";
import { highCount, lowCount } from "../statistics/shares.ts";
import { type DisclosurePolicy, SMALLEST_COUNT } from "./policy.ts";
import { detailDecimals, meanDecimals, round, shownCount } from "./rounding.ts";
import { bandsHold, isFull } from "./spread.ts";
import { isNearlyUnanimous } from "./unanimity.ts";

/** What is told of one distribution besides its rounded counts. */
export interface Detail {
  /** All five points rather than three bands. */
  points: boolean;
  mean: boolean;
  /** The interval of the mean, and the disagreement. */
  scatter: boolean;
}

/** How far away, squared, the distributions are that are looked at; and how much larger or smaller. */
const [REACH, MORE_OR_LESS] = [14, 4];

interface Move {
  steps: Histogram;
  sum: number;
}

/** All ways to be a little different, the smallest first. */
const MOVES: readonly Move[] = (() => {
  const furthest = Math.floor(Math.sqrt(REACH));
  const steps = Array.from({ length: 2 * furthest + 1 }, (_, step) => step - furthest);
  const size = (move: readonly number[]) => move.reduce((sum, step) => sum + step * step, 0);
  let moves: number[][] = [[]];
  for (let point = 0; point < 5; point++) {
    moves = moves.flatMap((move) =>
      steps.map((step) => [...move, step]).filter((longer) => size(longer) <= REACH),
    );
  }
  return moves
    .map((move) => ({ steps: move, sum: total(move) }))
    .filter(({ steps, sum }) => Math.abs(sum) <= MORE_OR_LESS && size(steps) > 0)
    .toSorted((a, b) => size(a.steps) - size(b.steps));
})();

/**
 * Whether what is told of a distribution leaves every small count open: for each count of 1 to 9
 * there must be a distribution with another one of which exactly the same would be told. Only
 * distributions nearby are looked at, so the answer errs towards hiding. `alike`: whether so much,
 * and neither more nor less, would be told of another distribution.
 */
export function staysOpen(
  histogram: Histogram,
  detail: Detail,
  policy: DisclosurePolicy,
  alike: (other: Histogram) => boolean,
): boolean {
  const n = total(histogram);
  const [ofMean, ofScatter] = [meanDecimals(n), detailDecimals(n)];
  // Cheapest first: most that is different is told apart by its counts.
  const told: ((other: Histogram) => number | null | boolean)[] = [
    (other) => shownCount(total(other), policy),
    (other) => shownCount(highCount(other), policy),
    (other) => shownCount(lowCount(other), policy),
    (other) => meanDecimals(total(other)),
    (other) => detailDecimals(total(other)),
    ...(detail.points ? [0, 1, 2, 3, 4] : []).map(
      (point) => (other: Histogram) => shownCount(other[point]!, policy),
    ),
    (other) => shownCount(other[2]!, policy),
    (other) => isNearlyUnanimous(other, false),
    (other) => isFull(other, policy) === detail.points,
    (other) => bandsHold(other, policy),
  ];
  if (detail.mean) told.push((other) => round(mean(other)!, ofMean));
  if (detail.scatter) {
    told.push(
      (other) => round(disagreement(other)!, ofScatter),
      (other) => round(meanInterval(other)!.interval[0], ofScatter),
      (other) => round(meanInterval(other)!.interval[1], ofScatter),
    );
  }
  let closed = [0, 1, 2, 3, 4].filter(
    (point) => histogram[point]! > 0 && histogram[point]! < SMALLEST_COUNT,
  );
  const own = told.map((one) => one(histogram));
  for (const { steps, sum } of MOVES) {
    if (closed.length === 0) return true;
    if (n + sum < policy.base || shownCount(n + sum, policy) !== own[0]) continue;
    if (closed.every((point) => steps[point] === 0)) continue;
    if (steps.some((step, point) => histogram[point]! + step < 0)) continue;
    const other = histogram.map((count, point) => count + steps[point]!);
    if (!told.every((one, place) => one(other) === own[place]) || !alike(other)) continue;
    closed = closed.filter((point) => steps[point] === 0);
  }
  return closed.length === 0;
}
