/** What a respondent may say in each version, and how likely that is: points from 1 to 5. */
export type Says = (prior: readonly number[]) => { prior: number; values: number[] }[];

type Next = (prior: readonly number[], before: number) => number[];

/** One version: a rating by the prior. */
export const once: Says = (prior) =>
  prior.map((chance, at) => ({ prior: chance, values: [at + 1] }));

/** Another rating than before, by the prior. */
export const other: Next = (prior, before) =>
  prior.map((chance, at) => (at + 1 === before ? 0 : chance / (1 - prior[before - 1]!)));

/** One point up or down. */
export const near: Next = (prior, before) => {
  const next = [before - 1, before + 1].filter((one) => one >= 1 && one <= prior.length);
  return prior.map((_, at) => (next.includes(at + 1) ? 1 / next.length : 0));
};

/** Whatever it was before, by the prior. */
export const anew: Next = (prior) => [...prior];

/** Two versions, the second told by the first as `next` says. */
export const changed =
  (next: Next): Says =>
  (prior) =>
    once(prior).flatMap(({ prior: chance, values }) =>
      next(prior, values[0]!).flatMap((then, at) =>
        then > 0 ? [{ prior: chance * then, values: [values[0]!, at + 1] }] : [],
      ),
    );

/** Changed, and back at the first rating. */
export const back =
  (next: Next): Says =>
  (prior) =>
    changed(next)(prior).map(({ prior: chance, values }) => ({
      prior: chance,
      values: [...values, values[0]!],
    }));

/** Changed twice, each time by `next`. */
export const changedTwice =
  (next: Next): Says =>
  (prior) =>
    changed(next)(prior).flatMap(({ prior: chance, values }) =>
      next(prior, values[1]!).flatMap((then, at) =>
        then > 0 ? [{ prior: chance * then, values: [...values, at + 1] }] : [],
      ),
    );

/** The same rating in so many versions: something else of the ballot is changed. */
export const kept =
  (versions: number): Says =>
  (prior) =>
    once(prior).map(({ prior: chance, values }) => ({
      prior: chance,
      values: Array.from({ length: versions }, () => values[0]!),
    }));

/** Between two ratings to and fro, in so many versions. */
export const toAndFro =
  (versions: number): Says =>
  (prior) =>
    changed(other)(prior).map(({ prior: chance, values }) => ({
      prior: chance,
      values: Array.from({ length: versions }, (_, version) => values[version % 2]!),
    }));
