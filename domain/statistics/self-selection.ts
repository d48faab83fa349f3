/**
 * How many people drawn by chance tell as much of a population's mean as n self-selected answers out
 * of N people: with f = n/N, n_eff = (f/(1 − f))/ρ². ρ is the correlation between taking part and what
 * one would answer, which nobody knows; it is small wherever many could have answered and few did.
 * Source: Meng, Ann. Appl. Stat. 12 (2018) 685–726, the identity error = ρ·√((1 − f)/f)·σ set equal to
 * the error of a random sample, σ/√n_eff.
 * Can be more than n, where nearly everybody answered or ρ is next to nothing; n ≥ N: infinite.
 */
export function randomSampleWorth(n: number, people: number, rho: number): number {
  const f = n / people;
  return f >= 1 ? Infinity : f / (1 - f) / rho ** 2;
}
