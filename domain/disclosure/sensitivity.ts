/**
 * How much one respondent can move, over all releases of a running count, when it is published with
 * the square root of the prefix-sum matrix: b_0 = 1, b_k = b_(k−1)·(2k − 1)/(2k).
 * Source: Denisov et al. 2022; Fichtenberger, Henzinger & Upadhyay 2023; docs/methods.md, "Disclosure".
 */

/** The first `releases` coefficients of (1 − x)^(−1/2). */
export function coefficients(releases: number): Float64Array {
  const b = new Float64Array(releases).fill(1);
  for (let k = 1; k < releases; k++) b[k] = (b[k - 1]! * (2 * k - 1)) / (2 * k);
  return b;
}

/** B_t = Σ b_k², k < t: the variance of the newest of `t` counts, for noise of variance 1. */
export const growth = (t: number): number => coefficients(t).reduce((sum, b) => sum + b * b, 0);

/** Between what a ballot can move and take all its ratings along. */
export type Moves = "groups";

const known = new Map<string, number>();

/**
 * S_T, the largest squared norm of what one respondent's ballot puts into one row of a table, of which
 * the noise has to cover all: it comes at release s with one rating, and changes it at u to another, of
 * which somebody who knows the respondent may think that the one tells of the other,
 * ‖C·(e_s − e_u)‖² + ‖C·e_u‖², C the square-root matrix. In that lie: a ballot that stays, e_s; that is
 * withdrawn, e_s − e_u; that comes back in the last release, e_s − e_u + e_T; and that moves to the
 * experts in the last, which tells the same rating twice, e_s − e_T here and e_T there. In a table of
 * groups the same rating may move to another group at u and to a third in the last, which adds
 * ‖C·(e_u − e_T)‖² + ‖C·e_T‖² to the first. With noise of variance σ²·S_T everything published of the
 * rating together tells at most what independent noise of deviation σ on it would. 1 for one release,
 * 2.926 for four, 4.907 for thirty; in a table of groups 2.25 for two, 3.516 for three.
 * Whoever comes at the first release can do the most: coming later by as much only leaves releases out.
 */
export function sensitivity(releases: number, moves?: Moves): number {
  const name = `${releases} ${moves}`;
  const before = known.get(name);
  if (before !== undefined) return before;
  const most = mostOf(releases, moves);
  known.set(name, most);
  return most;
}

function mostOf(releases: number, moves: Moves | undefined): number {
  const b = coefficients(releases);
  const last = releases - 1;
  // ‖C·e_u‖², by how many releases are left from u on.
  const sums = new Float64Array(releases + 1);
  b.forEach((one, k) => (sums[k + 1] = sums[k]! + one * one));
  let most = sums[releases]!;
  for (let u = 1; u < releases; u++) {
    const left = releases - u;
    let product = 0;
    for (let k = 0; k < left; k++) product += b[k]! * b[k + u]!;
    const first = sums[releases]! + sums[left]! - 2 * product;
    const again = moves === "groups" && u < last ? 2 - 2 * b[last - u]! : 0;
    most = Math.max(most, first + sums[left]! + again);
  }
  return most;
}
