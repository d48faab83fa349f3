import { cellOf, consultation, made, withFew } from "../../web/results/made.ts";

type Cells<Name extends string> = Record<Name, string | number | undefined>;
/** The cells of a row by their columns. */
export const named =
  <Name extends string>(columns: readonly Name[]) =>
  (row: readonly (string | number)[] | undefined): Cells<Name> =>
    Object.fromEntries(columns.map((column, index) => [column, row?.[index]])) as Cells<Name>;

const [, AGE] = consultation().about;
const DEFINITION = withFew(3, { about: [AGE!], countLanguages: undefined });
/** Seventy who all chose 4. */
export const ALL_HIGH = [0, 0, 0, 70, 0, 0, 0];
/** A release of three recommendations, with these counts unless others are given. */
export const made3 = (given: Partial<Parameters<typeof made>[0]> = {}) =>
  made({
    definition: DEFINITION,
    cells: {
      public: cellOf([ALL_HIGH, ALL_HIGH, ALL_HIGH], { first: [40, 0, 0], choosers: 50 }),
      expert: cellOf([
        [1, 0, 0, 0, 12, 0, 1],
        [3, 0, 0, 0, 10, 0, 1],
        [0, 0, 0, 2, 0, 12, 0],
      ]),
    },
    ...given,
  });
