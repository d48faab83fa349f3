import { type BallotBody, MOST_FIRST } from "../../domain/ballot/ballot.ts";
import { PREFER_NOT_TO_SAY } from "../../domain/consultation/code.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { NO_OPINION, type Point, type Ratings } from "../../domain/ballot/rating.ts";
import { shuffledOrder } from "../../domain/ballot/order.ts";

/** A number from 0 up to 1, from a source that a seed repeats. */
export type Chance = () => number;

/** The generator mulberry32: small, repeatable, and good enough for making up answers. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How urgent each recommendation is held to be, 1..5, in one made-up panel. */
export const madeUpOpinion = (chance: Chance, recommendations: number): number[] =>
  Array.from({ length: recommendations }, () => 2.2 + 2.4 * chance());

/**
 * One made-up respondent: ratings around the panel's opinion and one's own leniency, some without
 * an opinion, some skipped. Says nothing of how real people answer.
 */
export function simulatedBallot(
  definition: Consultation,
  opinion: readonly number[],
  chance: Chance,
): BallotBody {
  const below = (count: number) => Math.floor(chance() * count);
  const leniency = (chance() + chance() - 1) * 0.8;
  const ratings: Ratings = {};
  definition.recommendations.forEach(({ code }, index) => {
    const kind = chance();
    if (kind < 0.05) return;
    if (kind < 0.12) ratings[code] = NO_OPINION;
    else {
      const noise = (chance() + chance() + chance() - 1.5) * 1.8;
      const felt = Math.round((opinion[index] ?? 3) + leniency + noise);
      ratings[code] = Math.min(5, Math.max(1, felt)) as Point;
    }
  });
  const codes = definition.recommendations.map((one) => one.code);
  if (Object.keys(ratings).length === 0) ratings[codes[0]!] = 3;
  const favourites = codes.filter((code) => ratings[code] === 5).slice(0, MOST_FIRST);
  return {
    revision: 1,
    language: definition.languages[below(definition.languages.length)]!,
    ratings,
    about: Object.fromEntries(
      definition.about.map(({ code, options }) => [
        code,
        chance() < 0.2 ? PREFER_NOT_TO_SAY : options[below(options.length)]!.code,
      ]),
    ),
    ...(chance() < 0.6 && { first: favourites }),
    positions: shuffledOrder(definition, below),
  };
}
