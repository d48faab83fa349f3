/**
 * How many took part by measured counts: their sum, where noise has not taken it below nobody. `null`
 * where any of them is not told (a release of an earlier method), or there is none.
 */
export function tookPart(measured: readonly (number | null)[]): number | null {
  if (measured.length === 0 || measured.includes(null)) return null;
  return Math.max(
    0,
    measured.reduce<number>((sum, count) => sum + (count ?? 0), 0),
  );
}
