/**
 * What single ballots may say of a person: as much as at least five ballots say alike. Decided from how
 * often each combination occurs and from nothing else, so that two exports of the same ballots tell
 * the same, whatever the order in which they were read.
 * Source: Samarati & Sweeney 1998 (k-anonymity by recoding whole columns); docs/methods.md, "Single ballots".
 */

/** Fewest ballots that say the same of their persons. */
export const FEWEST_ALIKE = 5;

/** Stands for the rarer answers to a question, which are told as one. No code is written like this. */
export const MERGED = "(other)";
/** Stands where a question is left out. */
export const WITHHELD = "withheld";

/** How many ballots say each combination: a key is one value for each column, `combinationKey`. */
export type Combinations = ReadonlyMap<string, number>;

/** One string for the values of a combination. Codes have no spaces. */
export const combinationKey = (values: readonly string[]): string => values.join(" ");

/**
 * What of one column is told: the values that stay, and `MERGED` where others are told as one. Nothing:
 * left out.
 */
export type Kept = readonly string[];

/** What is told of one column's value. */
export function toldValue(kept: Kept, value: string): string {
  if (kept.length === 0) return WITHHELD;
  return kept.includes(value) ? value : MERGED;
}

/** A column while it is decided on: its values, the most frequent first, of which `keeps` stay. */
interface Column {
  values: string[];
  counts: number[];
  keeps: number;
}

/**
 * Which values of each column are told. While a combination is said by fewer than five ballots, a quarter
 * of one column's values, its rarest, are told as one, and at last the column is left out: each time of
 * that column in which it saves most for the information that it costs. What turns out not to have been
 * needed is taken back. Fewer than five ballots in all: every column is left out.
 */
export function keptValues(combinations: Combinations, columns: number): Kept[] {
  // In an order of its own, so that the sums, and ties, come out the same however it was counted.
  const rows = [...combinations].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const cells = rows.map(([key]) => key.split(" "));
  const counts = rows.map(([, count]) => count);
  const all = Array.from({ length: columns }, (_, place) => columnOf(place, cells, counts));
  const places = cells.map((values) =>
    values.map((value, place) => all[place]!.values.indexOf(value)),
  );
  const missing = (keeps: readonly number[]) => shortfall(places, counts, keeps);
  const keeps = all.map((column) => column.keeps);
  const steps: { place: number; from: number }[] = [];
  for (let left = missing(keeps); left > 0; left = missing(keeps)) {
    const place = bestStep(all, keeps, left, missing);
    if (place === undefined) break;
    steps.push({ place, from: keeps[place]! });
    keeps[place] = coarser(all[place]!, keeps[place]!);
  }
  for (const { place, from } of steps.toReversed()) {
    // A later step of the same column that stayed keeps this one.
    if (coarser(all[place]!, from) === keeps[place] && missing(keeps.with(place, from)) === 0)
      keeps[place] = from;
  }
  return all.map(({ values }, place) => {
    const stay = values.slice(0, keeps[place]);
    const isMerged = stay.length > 0 && stay.length < values.length;
    return isMerged && !stay.includes(MERGED) ? [...stay, MERGED] : stay;
  });
}

function columnOf(place: number, cells: readonly string[][], counts: readonly number[]): Column {
  const many = new Map<string, number>();
  cells.forEach((values, row) => {
    const value = values[place]!;
    many.set(value, (many.get(value) ?? 0) + counts[row]!);
  });
  const order = [...many].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return {
    values: order.map(([value]) => value),
    counts: order.map(([, count]) => count),
    keeps: order.length,
  };
}

/** How many of a column's values stay after one step more: three quarters, and never one told as "other" alone. */
function coarser({ values }: Column, keeps: number): number {
  const fewer = Math.min(Math.floor((keeps * 3) / 4), values.length - 2);
  return Math.max(0, fewer);
}

/** How many ballots more it would take for each combination to be said by five; 0: each is. */
function shortfall(
  places: readonly number[][],
  counts: readonly number[],
  keeps: readonly number[],
): number {
  const sizes = new Map<string, number>();
  places.forEach((row, index) => {
    let key = "";
    for (let place = 0; place < row.length; place++) {
      key += String.fromCharCode(Math.min(row[place]!, keeps[place]!));
    }
    sizes.set(key, (sizes.get(key) ?? 0) + counts[index]!);
  });
  let missing = 0;
  for (const size of sizes.values()) missing += Math.max(0, FEWEST_ALIKE - size);
  return missing;
}

/** Of which column one step more saves most for what it costs; where none saves anything, of the widest. */
function bestStep(
  all: readonly Column[],
  keeps: readonly number[],
  left: number,
  missing: (keeps: readonly number[]) => number,
): number | undefined {
  const steps = all.flatMap((column, place) => {
    const now = keeps[place]!;
    if (now === 0) return [];
    const next = coarser(column, now);
    const cost = information(column, now) - information(column, next);
    const saved = left - missing(keeps.with(place, next));
    return [{ place, worth: saved / Math.max(cost, Number.EPSILON), cost }];
  });
  return steps.toSorted((a, b) => b.worth - a.worth || b.cost - a.cost)[0]?.place;
}

/** What a column tells of all ballots together, in bits: its entropy, times how many there are. */
function information({ counts }: Column, keeps: number): number {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  if (keeps === 0) return 0;
  const merged = counts.slice(keeps).reduce((sum, count) => sum + count, 0);
  return [...counts.slice(0, keeps), merged].reduce(
    (sum, count) => (count === 0 ? sum : sum + count * Math.log2(whole / count)),
    0,
  );
}
