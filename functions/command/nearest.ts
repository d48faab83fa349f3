/** How far a typed word may be from one that there is, in letters, to be taken for it. */
const FARTHEST = 3;

/** The word that was probably meant; `undefined` where none is near. */
export function nearest(typed: string, all: readonly string[]): string | undefined {
  const near = all
    .map((word) => ({ word, away: word.startsWith(typed) ? 1 : distance(typed, word) }))
    .filter(({ word, away }) => away <= Math.min(FARTHEST, Math.ceil(word.length / 2)))
    .toSorted((one, other) => one.away - other.away);
  return near[0]?.word;
}

/** How many letters must be put in, left out or changed to make one of the other (Levenshtein 1966). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at++) {
    const above = row;
    row = [at];
    for (let to = 1; to <= other.length; to++) {
      const changed = above[to - 1]! + (one[at - 1] === other[to - 1] ? 0 : 1);
      row.push(Math.min(changed, above[to]! + 1, row[to - 1]! + 1));
    }
  }
  return row.at(-1)!;
}
