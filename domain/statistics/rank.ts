/**
 * Ranks by score, highest first; equal scores share the best rank they reach (1, 2, 2, 4).
 * `null` scores get no rank. The rank says nothing about chance; the rank range does.
 */
export const ranks = (scores: readonly (number | null)[]): (number | null)[] =>
  scores.map((score) =>
    score === null ? null : 1 + scores.filter((other) => other !== null && other > score).length,
  );
