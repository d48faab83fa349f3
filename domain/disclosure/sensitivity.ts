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

/** Between what one ballot can move and take its ratings along: panels, or groups. */
export type Moves = "panels" | "groups";

/**
 * S_T, the largest squared norm of one rating among the noise, whatever its respondent does: it comes
 * at release s; is changed or withdrawn at u; and, changed once already, may come back in the last.
 * In signs: e_s, e_s − e_u, and e_s − e_u + e_T with u < T, each multiplied by the square-root matrix.
 * A ballot that moves takes the same rating to another cell, where it is told once more: to the experts
 * in the last release (e_s − e_T here, e_T there); to another group at u, and to a third in the last.
 * With noise of variance σ²·S_T everything published of the rating together tells at most what
 * independent noise of deviation σ on it would. 1 for one release, 2.301 for four, 3.946 for thirty.
 */
export function sensitivity(releases: number, moves?: Moves): number {
  const name = `${releases} ${moves}`;
  const before = known.get(name);
  if (before !== undefined) return before;
  const most = mostOf(releases, moves);
  known.set(name, most);
  return most;
}

const known = new Map<string, number>();

function mostOf(releases: number, moves: Moves | undefined): number {
  const b = coefficients(releases);
  const last = releases - 1;
  const sums = new Float64Array(releases + 1);
  b.forEach((one, k) => (sums[k + 1] = sums[k]! + one * one));
  // ‖C·(e_u − e_T)‖² + ‖C·e_T‖², what is told of a rating from u on by whom the last release moves.
  const movedLast = (u: number) =>
    u === last ? 1 : sums[releases - u]! + 1 - 2 * b[last - u]! + 1;
  let most = sums[releases]!;
  if (moves !== undefined) most = Math.max(most, movedLast(0));
  // ⟨C·e_s, C·e_u⟩ depends on the gap and on what is left after u: summed from the end backwards.
  for (let gap = 1; gap < releases; gap++) {
    let product = 0;
    for (let left = 1; left + gap <= releases; left++) {
      product += b[left - 1]! * b[left - 1 + gap]!;
      const [s, u] = [releases - left - gap, releases - left];
      const change = sums[releases - s]! + sums[left]! - 2 * product;
      const back = u < last ? change + 1 + 2 * b[last - s]! - 2 * b[last - u]! : 0;
      most = Math.max(most, change, back, moves === "groups" ? change + movedLast(u) : 0);
    }
  }
  return most;
}
