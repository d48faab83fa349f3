import { randomSampleWorth } from "../../../domain/statistics/self-selection.ts";
import { fill, formatNumber, plural } from "../../text.ts";
import type { ResultsView } from "./view.ts";

/** How much taking part may depend on what one thinks: very little, and twice as much. Both are guesses. */
const [LITTLE, TWICE] = [0.005, 0.01];

/**
 * What the public's answers can say of those whom the consultation is about: with its own figures, or in
 * general where they are not known.
 */
export function worthWords({ language, text, release, consultation }: ResultsView): string {
  const { worth } = text.results;
  const { people } = consultation;
  const n = release.ballots.public;
  if (people === undefined || n === null) return worth.general;
  const sample = (rho: number) => {
    // Never more than they are: the rest of the formula says nothing of chance.
    const size = Math.floor(Math.min(n, randomSampleWorth(n, people.number, rho)));
    return size <= 1 ? worth.onePerson : plural(language, worth.sample, size);
  };
  const [one, other] = [sample(LITTLE), sample(TWICE)];
  return fill(worth.own, {
    n: formatNumber(language, n),
    people: formatNumber(language, people.number),
    little: formatNumber(language, LITTLE, 3),
    one,
    twice:
      one === other ? "" : fill(worth.ownTwice, { twice: formatNumber(language, TWICE, 2), other }),
  });
}
