/**
 * Whether a group's figures may be made anew: since they were last made, each of them has changed by
 * no ballot at all or by at least `minChanged`, and some of them have. `changed` and `before` count,
 * for each recommendation, how often a ballot of the group came to say something else of it.
 * Source: docs/methods.md, "Disclosure" (release gate, for every figure).
 */
export function gateOpens(
  changed: ArrayLike<number>,
  before: ArrayLike<number> | undefined,
  minChanged: number,
): boolean {
  const since = Array.from(changed, (count, place) => count - (before?.[place] ?? 0));
  return since.some((count) => count > 0) && since.every((c) => c === 0 || c >= minChanged);
}
