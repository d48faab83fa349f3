import { coefficients, growth } from "../../../domain/disclosure/sensitivity.ts";
import { BINS } from "../../../domain/ballot/rating.ts";
import { type guess, likeliest } from "./guess.ts";
import type { PublishedConsultation } from "./published.ts";

/**
 * How somebody guesses who knows of a weakness that the ordinary likelihood does not use. All look at one
 * rating that is given once and stays, and know how many others there are of each.
 */
type Guess = typeof guess;
type Others = Parameters<Guess>[2];

const POINTS = [1, 2, 3, 4, 5];

/** What is left of a row's five points, release after release, when all other ballots are taken away. */
const leftOf = (
  published: PublishedConsultation,
  others: Others,
  row: number,
  table = "ratings/public",
) =>
  POINTS.map((point) => {
    const at = row * BINS.length + point - 1;
    return published[table]!.counts.map((counts, t) => counts[at]! - others[table]![t]![at]!);
  });

const most = (scores: readonly number[]): number[] => [1 + scores.indexOf(Math.max(...scores))];

/** The count that is not nought is somebody's. */
export const nobodyElse: Guess = (_, published, others, row) =>
  most(leftOf(published, others, row).map(([count]) => Math.abs(count!)));

/** The lowest of all rows is the noise; what stands above it is a rating. */
export const lowestOfAllRows: Guess = (_, published, others, row) => {
  const rows = published["ratings/public"]!.counts[0]!.length / BINS.length;
  const all = Array.from({ length: rows }, (_, one) => leftOf(published, others, one));
  return most(
    POINTS.map((point) => {
      const counts = all.map((one) => one[point - 1]![0]!);
      return counts[row]! - Math.min(...counts);
    }),
  );
};

/** Noise that is new each time goes away in the mean of all releases, weighted by how much it is. */
export const averaging: Guess = (_, published, others, row) =>
  most(
    leftOf(published, others, row).map((counts) =>
      counts.reduce((sum, count, t) => sum + count / growth(t + 1), 0),
    ),
  );

/** Of whole z each release gives away the next, for each rating that may be: the one with likely z. */
export const wholeSteps: Guess = (_, published, others, row) => {
  const { counts, deviation } = published["ratings/public"]!;
  const b = coefficients(counts.length);
  const oddness = (left: readonly number[], there: number): number => {
    const z: number[] = [];
    let sum = 0;
    for (const [t, count] of left.entries()) {
      const earlier = z.reduce((noise, one, s) => noise + b[t - s]! * one, 0);
      z.push(count - there - Math.round(earlier));
      sum += (z[t]! / deviation) ** 2 / 2;
    }
    return sum;
  };
  const left = leftOf(published, others, row);
  return [
    likeliest(
      POINTS,
      left.map((one) => oddness(one, 0) - oddness(one, 1)),
    ),
  ];
};

/** Two counts with the same noise differ by what came between. */
export const difference: Guess = (_, published, others, row) =>
  most(leftOf(published, others, row).map(([before, after]) => after! - before!));

/** Two tables with the same noise, of different size: the one tells the noise of the other. */
export const withoutOneNoise: Guess = (_, published, others, row) => {
  const tables = Object.keys(published).slice(0, 2);
  const [one, two] = tables.map((table) =>
    leftOf(published, others, row, table).map(([count]) => count! / published[table]!.deviation),
  ) as [number[], number[]];
  const [less, more] = tables.map((table) => published[table]!.deviation) as [number, number];
  return most(one.map((count, place) => (count - two[place]!) * Math.sign(more - less)));
};
