import type { CompletePairSums } from "../../../domain/statistics/pair-sums.ts";

/** The histogram of one column of rows of ratings; 0 is no rating. */
export const columnHistogram = (
  rows: readonly (readonly number[])[],
  column: number,
  points = 5,
): number[] =>
  Array.from(
    { length: points },
    (_, point) => rows.filter((row) => row[column] === point + 1).length,
  );

/** The sums of two columns, among the rows that rated both. */
export function pairSums(
  rows: readonly (readonly number[])[],
  columnA: number,
  columnB: number,
): CompletePairSums {
  const both = rows
    .map((row): [number, number] => [row[columnA]!, row[columnB]!])
    .filter(([a, b]) => a > 0 && b > 0);
  const sum = (value: (a: number, b: number) => number) =>
    both.reduce((all, [a, b]) => all + value(a, b), 0);
  return {
    n: both.length,
    sumA: sum((a) => a),
    sumB: sum((_, b) => b),
    sumAB: sum((a, b) => a * b),
    winsA: sum((a, b) => Number(a > b)),
    winsB: sum((a, b) => Number(b > a)),
    sumSquaredDifferences: sum((a, b) => (a - b) ** 2),
  };
}
