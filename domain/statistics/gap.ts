import { type Histogram, total } from "./histogram.ts";
import { newcombeInterval } from "./newcombe.ts";
import { studentQuantile, studentTwoSided } from "./student.ts";

export interface Gap {
  /** The chance that a random expert rates it higher than a random member of the public, ties split. */
  theta: number;
  /** Cliff's delta, 2θ − 1: from −1 (every expert below the whole public) to 1. */
  delta: number;
  /** The variance of θ; 0 when degenerate. */
  variance: number;
  df: number | null;
  t: number | null;
  p: number;
  /** 95 %, of delta. */
  interval: [number, number];
  /** No variance to test by: the two sides do not overlap, or all answers are equal. */
  degenerate: boolean;
}

/**
 * How differently experts (m) and public (n) rate one recommendation. With F the cumulative shares,
 * u_j = F_public(j − 1) + ½·q_j and w_j = F_experts(j − 1) + ½·p_j: θ = Σ p_j·u_j, variance A + B with
 * A = s_u²/m and B = s_w²/n (unbiased), t = (θ − ½)/√variance, df = (A + B)²/(A²/(m − 1) + B²/(n − 1)).
 * Interval of δ, with v = 4·variance and q the t quantile:
 * [δ − δ³ ± q·√v·√((1 − δ²)² + q²v)]/(1 − δ² + q²v).
 * Source: Brunner & Munzel, Biom. J. 42 (2000) 17–25; Feng & Cliff, J. Mod. Appl. Stat. Methods 3
 * (2004) 322–332, with the t quantile.
 * Counts with noise of variance v_e (experts) and v_p (public) add v_e·Σ((u_j − θ)/m)² +
 * v_p·Σ((w_j − 1 + θ)/n)² to the variance, by the first derivatives of θ; known, so without degrees of
 * freedom.
 * Fewer than two ratings on a side: `null`. Degenerate: interval by Newcombe's method 5; p = 1 when
 * all answers are equal, otherwise twice the chance of a complete separation in a random split of all
 * answers, 2/(m + n choose m), as in the exact Wilcoxon–Mann–Whitney test.
 */
export function gap(
  expert: Histogram,
  publicly: Histogram,
  noise = { expert: 0, public: 0 },
): Gap | null {
  const [m, n] = [total(expert), total(publicly)];
  if (m < 2 || n < 2) return null;
  const u = placements(publicly, n);
  const w = placements(expert, m);
  const theta = weightedMean(expert, u, m);
  const delta = 2 * theta - 1;
  const a = weightedVariance(expert, u, m) / m;
  const b = weightedVariance(publicly, w, n) / n;
  const known =
    noise.expert * total(u.map((one) => ((one - theta) / m) ** 2)) +
    noise.public * total(w.map((one) => ((one - 1 + theta) / n) ** 2));
  const variance = a + b + known;
  if (variance === 0) {
    const [low, high] = newcombeInterval(theta, m, n);
    return {
      theta,
      delta,
      variance,
      df: null,
      t: null,
      p: theta === 0.5 ? 1 : separationChance(m, n),
      interval: [2 * low - 1, 2 * high - 1],
      degenerate: true,
    };
  }
  // Nearly all of it known noise: the normal distribution, to far more digits than are read.
  const df = Math.min(1e6, variance ** 2 / (a ** 2 / (m - 1) + b ** 2 / (n - 1)));
  const t = (theta - 0.5) / Math.sqrt(variance);
  const p = studentTwoSided(t, df);
  const interval = deltaInterval(delta, 4 * variance, studentQuantile(0.975, df));
  return { theta, delta, variance, df, t, p, interval, degenerate: false };
}

/** Words for |δ|. Source: Romano et al. (2006), the thresholds of R's effsize. */
export function gapSize(delta: number): "negligible" | "small" | "medium" | "large" {
  const size = Math.abs(delta);
  if (size < 0.147) return "negligible";
  if (size < 0.33) return "small";
  return size < 0.474 ? "medium" : "large";
}

/**
 * Whether experts and public may be said to differ: significant after correction over all
 * recommendations (Benjamini–Hochberg), and not negligible, which it can be with a large public.
 */
export const differs = (adjustedP: number, delta: number): boolean =>
  adjustedP < 0.05 && gapSize(delta) !== "negligible";

/** For each point, the share of the other side that lies below it, half of those on it included. */
function placements(other: Histogram, size: number): number[] {
  let below = 0;
  return other.map((count) => {
    const placement = (below + count / 2) / size;
    below += count;
    return placement;
  });
}

const weightedMean = (histogram: Histogram, values: readonly number[], size: number): number =>
  total(histogram.map((count, j) => count * values[j]!)) / size;

function weightedVariance(histogram: Histogram, values: readonly number[], size: number): number {
  const centre = weightedMean(histogram, values, size);
  return total(histogram.map((count, j) => count * (values[j]! - centre) ** 2)) / (size - 1);
}

function deltaInterval(delta: number, v: number, q: number): [number, number] {
  const inner = 1 - delta ** 2;
  const half = q * Math.sqrt(v * (inner ** 2 + q ** 2 * v));
  const whole = inner + q ** 2 * v;
  return [(delta * inner - half) / whole, (delta * inner + half) / whole];
}

/** 2/(m + n choose m), factor by factor, so that it does not overflow. */
function separationChance(m: number, n: number): number {
  let chance = 2;
  for (let i = 1; i <= Math.min(m, n) && chance > 0; i++) chance *= i / (Math.max(m, n) + i);
  return chance;
}
