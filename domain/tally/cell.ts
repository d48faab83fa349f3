import { BINS, SCALE } from "../rating.ts";

/** The additive counts of one group of ballots; every number but `changed` can go up and down. */
export interface Cell {
  /** Ballots that are counted now. */
  ballots: number;
  /**
   * For each recommendation, how many times a ballot of this group said something else of it than
   * before (coming, going and moving between groups included). Only grows; the release gates are
   * kept by it, and it is never published.
   */
  changed: Int32Array;
  /** One count for each recommendation (catalogue order) and bin (order of `BINS`), row by row. */
  bins: Int32Array;
  /** How many chose each recommendation "to do first", catalogue order. */
  first: Int32Array;
  /** Ballots that chose anything "to do first". */
  choosers: number;
  /** The sum modulo 256 of the keys of each count's ballots: of `bins`, then `first`, then `choosers`. */
  keys: Uint8Array;
}

/** The counts of a panel: also what comparing recommendations with each other takes. */
export interface PanelCell extends Cell {
  /** For each pair of recommendations, how many chose both "to do first". */
  together: Int32Array;
  /** For each pair, the `PAIR_SUMS` of those who rated both. */
  pairs: Int32Array;
  /** How often each point was given at each display position, position by position. */
  positions: Int32Array;
  /**
   * Ballots that rated every recommendation (expert panel only): their number, Σ(t³ − t) over their
   * ties, and twice the rank sum of each recommendation.
   */
  complete: Float64Array;
}

/** The six sums kept of a pair (a before b in the catalogue), in order. */
export const PAIR_SUMS = ["n", "sumA", "sumB", "sumAB", "winsA", "winsB"] as const;

const NUMBERS = ["ballots", "choosers"] as const;
const ARRAYS = {
  changed: Int32Array,
  bins: Int32Array,
  first: Int32Array,
  keys: Uint8Array,
  together: Int32Array,
  pairs: Int32Array,
  positions: Int32Array,
  complete: Float64Array,
} as const;
type ArrayName = keyof typeof ARRAYS;
const ARRAY_NAMES = Object.keys(ARRAYS) as ArrayName[];

/** How many pairs there are of that many recommendations. */
export const pairCount = (recommendations: number): number =>
  (recommendations * (recommendations - 1)) / 2;

/** The place of the pair a < b among all pairs: (0,1), (0,2) … (1,2) … */
export const pairPlace = (recommendations: number, a: number, b: number): number =>
  (a * (2 * recommendations - a - 1)) / 2 + (b - a - 1);

export const emptyCell = (recommendations: number): Cell => ({
  ballots: 0,
  changed: new Int32Array(recommendations),
  bins: new Int32Array(recommendations * BINS.length),
  first: new Int32Array(recommendations),
  choosers: 0,
  keys: new Uint8Array(recommendations * (BINS.length + 1) + 1),
});

export const emptyPanelCell = (recommendations: number): PanelCell => ({
  ...emptyCell(recommendations),
  together: new Int32Array(pairCount(recommendations)),
  pairs: new Int32Array(pairCount(recommendations) * PAIR_SUMS.length),
  positions: new Int32Array(recommendations * SCALE.length),
  complete: new Float64Array(2 + recommendations),
});

type AnyCell = Cell & Partial<PanelCell>;

/** Names of the counts in which two cells differ; how often they changed is not one of them. */
export const cellDifferences = (one: AnyCell, other: AnyCell): string[] => [
  ...NUMBERS.filter((name) => one[name] !== other[name]),
  ...ARRAY_NAMES.filter((name) => name !== "changed" && String(one[name]) !== String(other[name])),
];

/**
 * A cell that is wrong by what `wrong` and `right` differ in, put right. Its figures then count as
 * having changed by as many ballots as it had too many or too few.
 */
export function mendedCell<Kind extends Cell>(now: Kind, right: Kind, wrong: Kind): Kind {
  const mended: AnyCell = { ...now };
  for (const name of NUMBERS) {
    mended[name] += right[name] - wrong[name];
  }
  for (const name of ARRAY_NAMES) {
    const [to, from] = [(right as AnyCell)[name], (wrong as AnyCell)[name]];
    if (name === "changed" || to === undefined || from === undefined) continue;
    mended[name] = (now as AnyCell)[name]!.map(
      (count, index) => count + to[index]! - from[index]!,
    ) as never;
  }
  const moved = Math.abs(right.ballots - wrong.ballots);
  mended.changed = now.changed.map((count) => count + moved);
  return mended as Kind;
}

/** A cell as plain numbers and lists, to be written down. */
export type PlainCell = Record<string, number | number[]>;

export const plainCell = (cell: Cell): PlainCell =>
  Object.fromEntries(
    Object.entries(cell).map(([name, value]: [string, number | ArrayLike<number>]) => [
      name,
      typeof value === "number" ? value : Array.from(value),
    ]),
  );

/** Reads a written cell into an empty one: what is not written, or of another length, stays empty. */
export function cellFrom<Kind extends Cell>(plain: PlainCell, empty: Kind): Kind {
  const cell: AnyCell = empty;
  for (const name of NUMBERS) {
    const value = plain[name];
    if (typeof value === "number") cell[name] = value;
  }
  for (const name of ARRAY_NAMES) {
    const value = plain[name];
    if (Array.isArray(value) && value.length === cell[name]?.length) cell[name].set(value);
  }
  return empty;
}
