import { expect } from "vitest";
import { earlierContent } from "../../../domain/ballot/ballot.ts";
import { countingPlan } from "../../../domain/tally/plan.ts";
import { seeded } from "../statistics/seeded.ts";
import { guess, type Hypothesis, signalsOf } from "./guess.ts";
import { countsOf, type Earlier } from "./history.ts";
import { GUARD, type Guard, publish, secretOf, trueCounts } from "./published.ts";
import { attacked, hypothesesOf, peopleOf, type Story } from "./story.ts";

/** How likely each point of the scale is, to whoever knows nothing more. */
export const PRIORS = {
  uniform: [0.2, 0.2, 0.2, 0.2, 0.2],
  usual: [0.05, 0.1, 0.2, 0.35, 0.3],
  /** That it is one of two is known. */
  fourOrFive: [0, 0, 0, 0.5, 0.5],
};

/** How much more often the best guess may be right than one from the prior. */
export const MOST = { standard: 0.11, "at-risk": 0.06 };

export interface Setting {
  prior?: readonly number[];
  /** Ratings that are guessed, at least. */
  victims?: number;
  guard?: Guard;
  /** What waits for the last release; another rule than the platform's only to see what that lets out. */
  earlier?: Earlier;
  /** The attacker's way to guess, where a weakness takes another. */
  by?: typeof guess;
}

/** How much more often guesses were right than the best one from the prior alone, and the standard error. */
export interface Gain {
  gain: number;
  error: number;
  guesses: number;
}

/**
 * Plays a story in many worlds of one victim each, every rating of whom is guessed by somebody who knows
 * all other ballots, from everything published. The rows of a release have independent noise, and a
 * victim's ratings are drawn independently, so that each row is a victim by itself. A gain for each version of the rating.
 */
export function attack(story: Story, setting: Setting = {}): Gain[] {
  const { prior = PRIORS.uniform, victims = 5_000, guard = GUARD } = setting;
  const { earlier = earlierContent, by = guess } = setting;
  const { releases, milestones, crowd: others } = story;
  const definition = attacked(story);
  const plan = countingPlan(definition);
  const rows = plan.codes.length;
  const chance = seeded(victims + releases);
  const hypotheses = hypothesesOf(story, prior, earlier === earlierContent);
  const tables = new Set(hypotheses.flatMap(({ traces }) => traces.map(({ table }) => table)));
  let signals: ReturnType<typeof signalsOf> | undefined;
  const right = story.at.map(() => 0);
  let guesses = 0;
  for (let world = 0; guesses < victims; world++) {
    const drawn = Array.from({ length: rows }, () => draw(hypotheses, chance));
    const crowd = others?.(chance, rows, releases) ?? [];
    const people = [...crowd, ...peopleOf(story, plan, drawn)];
    const all = countsOf(people, plan, releases, milestones, earlier);
    const known = trueCounts(countsOf(crowd, plan, releases, milestones, earlier));
    const secret = secretOf(`${releases} ${world}`);
    const published = publish(all, definition, secret, guard, (table) => tables.has(table));
    signals ??= signalsOf(hypotheses, published);
    for (const [row, { values }] of drawn.entries()) {
      const guessed = by(signals, published, known, row);
      right.forEach((_, version) => {
        if (guessed[version] === values[version]) right[version]! += 1;
      });
      guesses += 1;
    }
  }
  return right.map((count, version) => {
    const share = count / guesses;
    const error = Math.sqrt((share * (1 - share)) / guesses);
    return { gain: share - mostBefore(hypotheses, version), error, guesses };
  });
}

/** The chance of the best guess from the prior alone. */
function mostBefore(hypotheses: readonly Hypothesis[], version: number): number {
  const chances: number[] = [0, 0, 0, 0, 0, 0];
  for (const { prior, values } of hypotheses) chances[values[version]!]! += prior;
  return Math.max(...chances);
}

function draw(hypotheses: readonly Hypothesis[], chance: () => number): Hypothesis {
  let left = chance();
  return hypotheses.find(({ prior }) => (left -= prior) < 0) ?? hypotheses.at(-1)!;
}

/** Sampling errors that are allowed for, or asked of a weakness. */
const ERRORS = 2;

/** At most so much is gained of any version, beyond sampling error. */
export function expectWithin(gains: readonly Gain[], most = MOST.standard): void {
  for (const { gain, error } of gains) expect(gain - ERRORS * error).toBeLessThanOrEqual(most);
}

/** More than that is gained of the first version, beyond sampling error: the same test would fail. */
export function expectBeyond([first]: readonly Gain[], most = MOST.standard): void {
  expect(first!.gain - ERRORS * first!.error).toBeGreaterThan(most);
}
