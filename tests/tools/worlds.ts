import type { Release } from "../../domain/release/schema.ts";
import { released, type World } from "../local/released.ts";

type Given = Omit<World, "previous" | "turn">;

/** Releases of the same consultation, each after the one before. */
function chain(given: Given, turns: readonly number[]): Release[] {
  const releases: Release[] = [];
  for (const [place, turn] of turns.entries()) {
    const previous = releases.at(-1);
    // More answer from week to week.
    const ballots = Math.round((given.ballots * (place + 1)) / turns.length);
    releases.push(released({ ...given, ballots, turn, ...(previous && { previous }) }));
  }
  return releases;
}

/** Four weeks with groups after closing, protected public, exact experts: what most consultations will be. */
export const usual = (): Release[] =>
  chain({ every: "week", weeks: 4, ballots: 400, experts: 24, exact: true, seed: 3 }, [2, 3, 4]);

/** The same with five recommendations, for what is looked at many times. */
export const few = (): Release[] => {
  const given = { every: "week", weeks: 4, ballots: 400, experts: 24, exact: true } as const;
  return chain({ ...given, recommendations: 5, seed: 4 }, [2, 3, 4]);
};

/** Made-up results under each of the rules of disclosure. */
export const WORLDS: [string, () => Release[]][] = [
  ["exact experts", usual],
  [
    "people at risk",
    () =>
      chain(
        {
          every: "close",
          weeks: 4,
          ballots: 500,
          experts: 60,
          disclosure: "at-risk",
          seed: 7,
        },
        [1],
      ),
  ],
  [
    "a demonstration",
    () =>
      chain({ every: "demonstration", weeks: 9, ballots: 500, experts: 24, seed: 6 }, [1, 2, 3]),
  ],
  [
    "panels so small that nothing is shown",
    () => chain({ every: "week", weeks: 4, ballots: 9, experts: 2, exact: true, seed: 2 }, [3, 4]),
  ],
  [
    "flagged ballots",
    () =>
      chain(
        {
          every: "close",
          weeks: 4,
          ballots: 3_000,
          experts: 24,
          flags: 10,
          seed: 9,
          recommendations: 5,
        },
        [1],
      ),
  ],
  [
    "flagged ballots that are not told yet",
    () =>
      chain(
        {
          every: "week",
          weeks: 4,
          ballots: 500,
          experts: 24,
          flags: 10,
          seed: 9,
          recommendations: 5,
        },
        [1, 2],
      ),
  ],
  [
    "groups that are not told yet",
    () => chain({ every: "week", weeks: 4, ballots: 60, experts: 40, seed: 5 }, [1, 2]),
  ],
  [
    "a hundred recommendations",
    () =>
      chain(
        {
          every: "close",
          weeks: 4,
          ballots: 2000,
          experts: 30,
          recommendations: 100,
          seed: 8,
        },
        [1],
      ),
  ],
];
