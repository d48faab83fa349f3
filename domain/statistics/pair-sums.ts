/**
 * What has to be known of two recommendations A and B beyond their histograms: sums over the people
 * who rated both. They are additive, so a tally can keep them.
 */
export interface PairSums {
  /** How many rated both. */
  n: number;
  /** The sum of their ratings of A, and of B. */
  sumA: number;
  sumB: number;
  /** The sum of the products of their two ratings. */
  sumAB: number;
  /** How many of them rated A higher, and B higher. */
  winsA: number;
  winsB: number;
}

/** With one number more, the test of complete pairs can be made from sums alone. */
export interface CompletePairSums extends PairSums {
  /** The sum of the squared differences of their two ratings. */
  sumSquaredDifferences: number;
}
