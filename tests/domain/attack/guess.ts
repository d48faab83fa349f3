import { BINS } from "../../../domain/ballot/rating.ts";
import type { PublishedConsultation } from "./published.ts";

/** Where one rating stands in what was published: in which table, in which of the row's counts, when. */
export interface Trace {
  table: string;
  /** Its place in the table, counted from the row's first. */
  place: number;
  /** From which release (or milestone) on it is counted, and from which on no more. */
  from: number;
  until?: number | undefined;
}

/** One thing that may be so: how likely it was before, and what it would leave. */
export interface Hypothesis {
  prior: number;
  /** Ratings by version, the companion's last. */
  values: readonly number[];
  traces: readonly Trace[];
}

/**
 * Takes the known square-root matrix off a series: what is left is noise of one and the same deviation,
 * independent from release to release. The coefficients of (1 − x)^(1/2), by their own recurrence and
 * not from the code under attack.
 */
function whiten(counts: ArrayLike<number>): Float64Array {
  const white = new Float64Array(counts.length);
  for (let lag = 0, a = 1; lag < counts.length; a *= (2 * lag - 1) / (2 * (lag + 1)), lag++) {
    for (let t = lag; t < counts.length; t++) white[t]! += a * counts[t - lag]!;
  }
  return white;
}

/** One count of a row that hypotheses say something of. */
interface Spot {
  table: string;
  place: number;
}

/** Hypotheses as what they would leave, white, in each of the spots that they touch. */
export interface Signals {
  spots: Spot[];
  each: {
    log: number;
    values: readonly number[];
    parts: { spot: number; white: Float64Array }[];
  }[];
}

/** Prepares hypotheses for attackers who see as much of the tables as `like`. */
export function signalsOf(hypotheses: readonly Hypothesis[], like: PublishedConsultation): Signals {
  const spots: Spot[] = [];
  const spotOf = (table: string, place: number): number => {
    const known = spots.findIndex((one) => one.table === table && one.place === place);
    return known < 0 ? spots.push({ table, place }) - 1 : known;
  };
  const each = hypotheses.map(({ prior, values, traces }) => {
    const touched = new Map<number, Float64Array>();
    for (const { table, place, from, until = Infinity } of traces) {
      const spot = spotOf(table, place);
      const { length } = like[table]!.counts;
      const counts = touched.get(spot) ?? new Float64Array(length);
      for (let t = from; t < Math.min(until, length + 1); t++) counts[t - 1]! += 1;
      touched.set(spot, counts);
    }
    const parts = [...touched].map(([spot, counts]) => {
      const { deviation } = like[spots[spot]!.table]!;
      return { spot, white: whiten(counts).map((one) => one / deviation) };
    });
    const squares = parts.flatMap(({ white }) => Array.from(white, (one) => one * one));
    const norm = squares.reduce((sum, one) => sum + one, 0);
    return { log: Math.log(prior) - norm / 2, values, parts };
  });
  return { spots, each };
}

/**
 * The likeliest rating of each version after everything published, to whoever knows all other ballots:
 * `others` are the counts that they alone would have left, before noise. The noise was rounded once, at
 * its end, which at these deviations takes nothing from the normal likelihood.
 */
export function guess(
  { spots, each }: Signals,
  published: PublishedConsultation,
  others: Record<string, readonly Int32Array[]>,
  row: number,
): number[] {
  const left = spots.map(({ table, place }) => {
    const { counts, deviation } = published[table]!;
    const at = table.startsWith("ratings/") ? row * BINS.length + place : place;
    const rest = counts.map((one, t) => (one[at]! - others[table]![t]![at]!) / deviation);
    return whiten(rest);
  });
  const logs = each.map(({ log, parts }) => {
    let sum = log;
    for (const { spot, white } of parts) {
      const seen = left[spot]!;
      for (let t = 0; t < white.length; t++) sum += white[t]! * seen[t]!;
    }
    return sum;
  });
  return each[0]!.values.map((_, version) =>
    likeliest(
      each.map(({ values }) => values[version]!),
      logs,
    ),
  );
}

/** The value to which the most belief comes, from the logarithms of how likely each hypothesis is. */
export function likeliest(values: readonly number[], logs: readonly number[]): number {
  const most = Math.max(...logs);
  const belief: number[] = [];
  values.forEach((value, place) => {
    belief[value] = (belief[value] ?? 0) + Math.exp(logs[place]! - most);
  });
  return belief.reduce((best, one, value) => (one > (belief[best] ?? 0) ? value : best), 0);
}
