import { SCALE } from "../ballot/rating.ts";
import { type Histogram, total } from "../statistics/histogram.ts";

/** Place of each point in a histogram by its character; −1 for no opinion and skipped. */
const placeOf = (character: string): number =>
  SCALE.findIndex((point) => String(point) === character);

/** What is published of the public, as far as rows of ratings are judged by it. */
export interface Published {
  /** How many ballots there are. */
  ballots: number;
  /** The fitted five points of each recommendation, catalogue order. */
  histograms: readonly Histogram[];
  /** To whom each is addressed: people often answer alike to all of one addressee. */
  addressees: readonly string[];
}

/** Fewest recommendations of an addressee with a habit of its own: of fewer, a row would explain itself. */
const HABIT_FROM = 4;

/** Judges rows of packed ratings by published counts alone. */
export interface Chance {
  /** λ: how many ballots at most say just this by chance. */
  expected(row: string): number;
  /** How many ratings a row has, and how many of them are not the most frequent of their recommendation. */
  shape(row: string): { rated: number; offMode: number };
}

/**
 * How often a row of ratings occurs by chance: among those who use the scale as it does. People differ in how high they
 * rate, and whether by extremes, all along their rows; so ratings taken as independent would make honest rows
 * far too rare. Each recommendation's shares p_ij are tilted by how often the row itself gives the point j to that
 * addressee, q_j, against how often everybody does, p̄_j: the chance of j is p_ij·q_j/p̄_j over its sum (addressees of fewer
 * than four recommendations count as one). A row that says the same
 * of everything then has chance 1, one that follows no habit that of independent ratings. Where the row's own habit alone, q_j
 * for each rating, makes it likelier, that holds: a favourite of many stands out in no published count. λ = ballots × the product
 * over what is rated; that others rated not just these is left out, so λ errs upwards. Own formula; simulated in `tests/bench/flags.ts`.
 */
export function chanceBy({ ballots, histograms, addressees }: Published): Chance {
  const points = SCALE.length;
  // Half a rating for each point: what nobody has said so far is rare, and not impossible.
  const shares = histograms.map((histogram) => {
    const all = total(histogram) + points / 2;
    return histogram.map((count) => (count + 0.5) / all);
  });
  const blocks = [
    ...Map.groupBy(addressees.keys(), (at) => {
      const many = addressees.filter((one) => one === addressees[at]).length;
      return many < HABIT_FROM ? "" : addressees[at]!;
    }).values(),
  ];
  const modes = histograms.map((histogram) => histogram.indexOf(Math.max(...histogram)));
  return {
    shape(row) {
      let [rated, offMode] = [0, 0];
      for (let at = 0; at < row.length; at++) {
        const place = placeOf(row[at]!);
        if (place < 0) continue;
        rated += 1;
        if (place !== modes[at]) offMode += 1;
      }
      return { rated, offMode };
    },
    expected(row) {
      let [tilted, own] = [0, 0];
      for (const block of blocks) {
        const rated = block.filter((at) => placeOf(row[at]!) >= 0);
        const said = SCALE.map(
          (_, place) => rated.filter((at) => placeOf(row[at]!) === place).length,
        );
        const tilt = said.map(
          (many, place) => many / total(rated.map((at) => shares[at]![place]!)),
        );
        for (const at of rated) {
          const place = placeOf(row[at]!);
          const likely = shares[at]!.map((share, other) => share * tilt[other]!);
          tilted += Math.log(likely[place]! / total(likely));
          own += Math.log(said[place]! / rated.length);
        }
      }
      return ballots * Math.exp(Math.max(tilted, own));
    },
  };
}
