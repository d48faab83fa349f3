import type { Consultation } from "../consultation/definition.ts";
import { tookPart } from "./took-part.ts";

/** Who answered beside who lives there, for one about-you question. */
export interface PopulationGap {
  /** An option's code. */
  option: string;
  /** Its share of the ballots that said one of these options; `null` where its count is not told. */
  share: number | null;
  /** Its share of the population over the same options. */
  population: number;
  /** Share of the ballots divided by share of the population: under 1, too few answered. */
  ratio: number | null;
  /** Clearly too few: less than four fifths of what the population would have. */
  under: boolean;
}

/**
 * What a definition says of the population: for each question with shares, the parts of 1 of its options.
 */
export const populationShares = ({
  about,
}: Pick<Consultation, "about">): Record<string, Record<string, number>> =>
  Object.fromEntries(
    about.flatMap(({ code, options }) => {
      const shares = options.flatMap((one) =>
        one.share === undefined ? [] : [[one.code, one.share / 100] as const],
      );
      return shares.length === 0 ? [] : [[code, Object.fromEntries(shares)]];
    }),
  );

/** Under this share of what the population would have, a group is called under-represented. */
const UNDER = 0.8;

/**
 * Compares how many took part, as measured, with known shares of the population. Only options with both
 * are compared, and the population's shares are taken over those alone, so that a group of which nothing
 * is told bends no other one's share. What noise took below nobody counts as nobody.
 */
export function populationGaps(
  counts: readonly { option: string; participation: number | null }[],
  population: Readonly<Record<string, number>>,
): PopulationGap[] {
  const known = counts
    .filter(({ option }) => (population[option] ?? 0) > 0)
    .map(({ option, participation }) => ({ option, ballots: tookPart([participation]) }));
  const shown = known.flatMap(({ option, ballots }) =>
    ballots === null ? [] : [{ option, ballots }],
  );
  const all = shown.reduce((sum, { ballots }) => sum + ballots, 0);
  const people = shown.reduce((sum, { option }) => sum + population[option]!, 0);
  return known.map(({ option, ballots }) => {
    if (ballots === null || all === 0) {
      return { option, share: null, population: population[option]!, ratio: null, under: false };
    }
    const [share, expected] = [ballots / all, population[option]! / people];
    const ratio = share / expected;
    return { option, share, population: expected, ratio, under: ratio < UNDER };
  });
}
