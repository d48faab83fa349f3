/** Not hidden figures, but facts: nothing came before, groups are not published, no end is fixed. */
const FACTS = ["/previous", "/rules/closesAt", "/rules/protection/groups"];

interface Pointers {
  nulls: string[];
  reasons: string[];
}

/** The pointers of all nulls of a release, and of all that a `hidden` names, anywhere in it. */
export function nullsAndReasons(value: unknown, place = ""): Pointers {
  // When a group's figures were made is told beside the reason why there are none.
  if (value === null) {
    const isFact = FACTS.includes(place) || place.endsWith("/madeIn");
    return { nulls: isFact ? [] : [place], reasons: [] };
  }
  if (typeof value !== "object") return { nulls: [], reasons: [] };
  const parts = Object.entries(value as object).map(([key, inner]) =>
    key === "hidden"
      ? { nulls: [], reasons: Object.keys(inner as object).map((name) => `${place}/${name}`) }
      : nullsAndReasons(inner, `${place}/${key}`),
  );
  return {
    nulls: parts.flatMap((part) => part.nulls).toSorted(),
    reasons: parts.flatMap((part) => part.reasons).toSorted(),
  };
}
