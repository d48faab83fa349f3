import { budgetOf } from "../../../domain/release/budget.ts";
import { tableNoise } from "../../../domain/disclosure/noise.ts";
import { coefficients, growth } from "../../../domain/disclosure/sensitivity.ts";
import { BINS } from "../../../domain/ballot/rating.ts";
import { noiseBytes } from "../../../functions/jobs/noise-bytes.ts";
import { type Guard, GUARD, asMeant, deviationOf } from "./published.ts";
import { attacked, type Story } from "./story.ts";

/** The platform's protection with one part of it gone: what the attacks must notice. */

/** Half the noise. */
export const halved: Guard = { ...GUARD, covers: (of, moves) => GUARD.covers(of, moves) / 4 };

/** As if nobody ever changed anything: B_T, as it is written for running counts. */
export const forTheFaithful: Guard = { ...GUARD, covers: growth };

/** As if a rating were told once, whatever the number of releases. */
export const forOneLook: Guard = { ...GUARD, covers: () => 1 };

/** As if ballots never moved from one group to another. */
export const groupsHoldStill: Guard = {
  ...GUARD,
  covers: (of, moves) => (moves === "groups" ? growth(of) : GUARD.covers(of)),
};

/** Counts of nobody are published as they are. */
export const emptyCellsBare: Guard = {
  ...GUARD,
  protect: (guard, bytes, table, counts, sigma, turn) => {
    const noisy = asMeant(guard, bytes, table, counts, sigma, turn);
    return noisy.map((count, place) => (counts[place] === 0 ? 0 : count));
  },
};

/** Every row has the noise of the first. */
export const oneNoiseForAll: Guard = {
  ...GUARD,
  protect: (_, bytes, table, counts, sigma, turn) => {
    const noise = tableNoise(bytes, table, BINS.length, sigma, turn);
    return counts.map((count, place) => count + noise[place % BINS.length]!);
  },
};

/** Noise drawn anew for each release, of the size that its newest count has. */
export const drawnAnew: Guard = {
  ...GUARD,
  protect: (guard, bytes, table, counts, sigma, turn) => {
    const now = deviationOf(guard, sigma, turn) * Math.sqrt(growth(turn.release));
    const once = { release: 1, of: 1 };
    const noise = tableNoise(bytes, `${table} ${turn.release}`, counts.length, now, once);
    return counts.map((count, place) => count + noise[place]!);
  },
};

/** The z are whole numbers, of the size that is written for running counts; b_k are not. */
export const wholeNumbers: Guard = {
  ...forTheFaithful,
  protect: (guard, bytes, table, counts, sigma, turn) => {
    const b = coefficients(turn.release);
    const sums = Float64Array.from(counts);
    const many = counts.length * turn.of;
    const z = tableNoise(bytes, table, many, deviationOf(guard, sigma, turn), {
      release: 1,
      of: 1,
    });
    for (let s = 0; s < turn.release; s++) {
      const weight = b[turn.release - 1 - s]!;
      sums.forEach((_, place) => (sums[place]! += weight * z[s * counts.length + place]!));
    }
    return Int32Array.from(sums, Math.round);
  },
};

/** A release that failed is made again later, from other counts. */
export const sameTurnAgain: Guard = {
  ...GUARD,
  protect: (guard, bytes, table, counts, sigma, turn) =>
    asMeant(guard, bytes, table, counts, sigma, { ...turn, release: 1 }),
};

/** Tables of a consultation have one noise between them. */
export const oneSecretForTables: Guard = {
  ...GUARD,
  bytes: (secret, consultation) => {
    const drawn = noiseBytes(secret, consultation);
    return (_, many) => drawn("all", many);
  },
};

/** A part of the budget goes to a table that was promised less: each takes the whole. */
export const notShared = (story: Story, table: "groups" | "first"): Guard => {
  const budget = budgetOf(attacked(story));
  return { ...GUARD, budget: { ...budget, [table]: budget.participation } };
};
