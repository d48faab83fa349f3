/**
 * The whole numbers ≥ 0 that are nearest to measured counts (least squares) and have the same sum:
 * what a count with noise may say of people. Where several are as near, the later places give way
 * first. A sum of 0 or less leaves nothing.
 * Source: docs/methods.md, "Fitted counts"; the projection onto a simplex, in whole numbers.
 */
export function fitted(measured: readonly number[]): number[] {
  const counts = measured.map((count) => Math.max(0, count));
  const excess =
    counts.reduce((sum, count) => sum + count, 0) - measured.reduce((a, b) => a + b, 0);
  // What must go is taken evenly: from all counts that are left, level by level.
  let rest = excess;
  while (rest > 0) {
    const left = counts.flatMap((count, place) => (count > 0 ? [place] : []));
    if (left.length === 0) break;
    const level = Math.min(Math.floor(rest / left.length), ...left.map((place) => counts[place]!));
    if (level > 0) for (const place of left) counts[place]! -= level;
    else for (const place of left.slice(-rest)) counts[place]! -= 1;
    rest -= level > 0 ? level * left.length : Math.min(rest, left.length);
  }
  return counts;
}
