import { gzipSync } from "node:zlib";
import { type BallotBody, ballotContent, PANELS } from "../../domain/ballot.ts";
import type { Consultation } from "../../domain/consultation.ts";
import { nextRelease, releaseText } from "../../domain/release/release.ts";
import type { Cell } from "../../domain/tally/cell.ts";
import { foldState } from "../../domain/tally/fold.ts";
import { countingPlan } from "../../domain/tally/plan.ts";
import { emptyTally, type Tally } from "../../domain/tally/tally.ts";
import {
  madeUpOpinion,
  seededChance,
  simulatedBallot,
} from "../../functions/local/simulated-ballots.ts";
import { packTally } from "../../functions/store/tallies.ts";

const AT = new Date("2026-11-24T12:00:00Z");
const BALLOTS = 1000;
const RUNS = 31;

const slug = (name: string, index: number) => ({ code: `${name}-${index}` });
const inAll = (text: string) => ({ en: text, ru: text, kk: text });

/** A definition of that size; segments count those who do not say. */
export function sized(base: Consultation, recommendations: number, segments: number): Consultation {
  const questions = Math.ceil(segments / 20);
  const options = Math.floor(segments / questions) - 1;
  return {
    ...base,
    recommendations: Array.from({ length: recommendations }, (_, index) => ({
      ...base.recommendations[index % base.recommendations.length]!,
      code: `K${index + 1}`,
      addressee: "K",
    })),
    about: Array.from({ length: questions }, (_, question) => ({
      ...base.about[0]!,
      ...slug("question", question),
      options: Array.from({ length: options }, (_option, option) => ({
        ...slug("option", option),
        label: inAll(String(option)),
      })),
    })),
  };
}

/** The tally of made-up ballots of the public, and a tenth as many of experts. */
export function madeUpTally(definition: Consultation, ballots: number): Tally {
  const plan = countingPlan(definition);
  const tally = emptyTally(plan);
  const chance = seededChance(1);
  PANELS.forEach((panel, place) => {
    const opinion = madeUpOpinion(chance, definition.recommendations.length);
    for (let sent = 0; sent < ballots / (place === 0 ? 1 : 10); sent++) {
      const body: BallotBody = simulatedBallot(definition, opinion, chance);
      const content = ballotContent(definition, body, panel);
      const key = Math.floor(chance() * 256);
      const ballot = { id: `${panel} ${sent}`, revision: 1, key, content };
      foldState(tally, plan, ballot, 1, () => "0");
    }
  });
  return enlarged(tally, 1);
}

/** The same opinions held by so many times as many people: counts are sums, so they are multiplied. */
export function enlarged(tally: Tally, times: number): Tally {
  const cell = <Kind extends Cell>(given: Kind): Kind => {
    const grown: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(given)) {
      grown[name] = typeof value === "number" ? value * times : value.map((n: number) => n * times);
    }
    return {
      ...(grown as unknown as Kind),
      changed: given.changed.map(() => given.ballots * times),
    };
  };
  const segments = Object.entries(tally.segments).map(([key, one]) => [key, cell(one)]);
  return {
    ...tally,
    cells: { public: cell(tally.cells.public), expert: cell(tally.cells.expert) },
    segments: Object.fromEntries(segments) as Tally["segments"],
  };
}

/** How long making a release takes (median, ms), at a thousand and at ten million ballots; and sizes. */
export function releasing(base: Consultation) {
  const definition = sized(base, 18, 40);
  const small = madeUpTally(definition, BALLOTS);
  const large = enlarged(small, 10_000);
  const times: Record<"small" | "large", number[]> = { small: [], large: [] };
  for (let run = 0; run < RUNS + 10; run++) {
    for (const [name, tally] of [
      ["small", small],
      ["large", large],
    ] as const) {
      const begun = performance.now();
      make(definition, tally);
      // The first ones are warming up.
      if (run >= 10) times[name].push(performance.now() - begun);
    }
  }
  const median = (all: number[]) => all.toSorted((a, b) => a - b)[all.length >> 1]!;
  const text = releaseText({ ...make(definition, large), segments: [] });
  const largest = sized(base, 100, 60);
  return {
    small: median(times.small),
    large: median(times.large),
    jsonBytes: gzipSync(text).byteLength,
    largestTally: packTally(enlarged(madeUpTally(largest, BALLOTS), 1_000)).byteLength,
  };
}

function make(definition: Consultation, tally: Tally) {
  const decision = nextRelease({
    definition,
    tally,
    previous: undefined,
    simulated: true,
    at: AT,
    countedUntil: undefined,
  });
  if ("wait" in decision) throw new Error(decision.wait);
  return decision.release;
}
