import type { DisclosurePolicy } from "./policy.ts";

/**
 * Which parts of a published whole must be hidden together. A part of 1 to `base` − 1 is hidden;
 * and while fewer than `hiddenTogether` (two) are, or those hidden have fewer than `base` together,
 * the smallest of the others is hidden with them: otherwise subtracting what is shown from the whole
 * would tell what is not. `hidden`: parts that are hidden already, for another reason.
 * Source: docs/methods.md, "Disclosure" (complementary suppression, one-way). No small part: none.
 */
export function complementary(
  counts: readonly number[],
  { base, hiddenTogether }: Pick<DisclosurePolicy, "base" | "hiddenTogether">,
  hidden: ReadonlySet<number> = new Set(),
): Set<number> {
  const together = new Set(hidden);
  counts.forEach((count, place) => {
    if (count > 0 && count < base) together.add(place);
  });
  if (together.size === 0 || hiddenTogether < 2) return together;
  const others = counts
    .map((count, place) => ({ count, place }))
    .filter(({ place }) => !together.has(place))
    .toSorted((a, b) => a.count - b.count);
  const sum = () => [...together].reduce((all, place) => all + counts[place]!, 0);
  while (others.length > 0 && (together.size < hiddenTogether || sum() < base)) {
    together.add(others.shift()!.place);
  }
  return together;
}
