import { gzipSync } from "node:zlib";
import { type BallotBody, ballotContent, PANELS } from "../../domain/ballot/ballot.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { releasePlan } from "../../domain/disclosure/schedule.ts";
import { makeRelease, releaseText } from "../../domain/release/release.ts";
import type { Cell } from "../../domain/tally/cell.ts";
import { emptyMilestone, foldMilestone, type MilestoneCounts } from "../../domain/tally/fold.ts";
import { countingPlan } from "../../domain/tally/plan.ts";
import { median } from "./report.ts";
import {
  madeUpOpinion,
  seededChance,
  simulatedBallot,
} from "../../functions/local/simulated-ballots.ts";
import { noiseBytes } from "../../functions/jobs/noise-bytes.ts";

const AT = new Date("2026-11-24T12:00:00Z");
const BALLOTS = 1000;
const RUNS = 31;
const DAY = 24 * 60 * 60_000;

const slug = (name: string, index: number) => ({ code: `${name}-${index}` });
const inAll = (text: string) => ({ en: text, ru: text, kk: text });

/** A definition of that size; segments count those who do not say. */
export function sized(base: Consultation, recommendations: number, segments: number): Consultation {
  const questions = Math.ceil(segments / 20);
  const options = Math.floor(segments / questions) - 1;
  return {
    ...base,
    release: { every: "day", groupsAt: [AT.toISOString()] },
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

/** What made-up ballots of the public come to, and a tenth as many of experts. */
function madeUpCounts(definition: Consultation, ballots: number): MilestoneCounts {
  const plan = countingPlan(definition);
  const counts = emptyMilestone(plan);
  const chance = seededChance(1);
  PANELS.forEach((panel, place) => {
    const opinion = madeUpOpinion(chance, definition.recommendations.length);
    for (let sent = 0; sent < ballots / (place === 0 ? 1 : 10); sent++) {
      const body: BallotBody = simulatedBallot(definition, opinion, chance);
      const content = ballotContent(definition, body, panel);
      foldMilestone(counts, plan, { id: `${panel} ${sent}`, revision: 1, content }, true);
    }
  });
  return counts;
}

/** The same opinions held by so many times as many people: counts are sums, so they are multiplied. */
function enlarged({ cells, segments }: MilestoneCounts, times: number): MilestoneCounts {
  const cell = ({ ballots, bins, first, choosers }: Cell): Cell => ({
    ballots: ballots * times,
    bins: bins.map((count) => count * times),
    first: first.map((count) => count * times),
    choosers: choosers * times,
  });
  return {
    cells: { public: cell(cells.public), expert: cell(cells.expert) },
    segments: Object.fromEntries(Object.entries(segments).map(([key, one]) => [key, cell(one)])),
  };
}

/**
 * How long making a release takes (median, ms) at a thousand and at ten million ballots, without groups
 * and at a milestone with forty; and its size without groups.
 */
export function releasing(base: Consultation) {
  const definition = sized(base, 18, 40);
  const small = madeUpCounts(definition, BALLOTS);
  const large = enlarged(small, 10_000);
  const kinds = {
    small: () => make(definition, small, false),
    large: () => make(definition, large, false),
    smallMilestone: () => make(definition, small, true),
    largeMilestone: () => make(definition, large, true),
  };
  const names = Object.keys(kinds) as (keyof typeof kinds)[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]]));
  for (let run = 0; run < RUNS + 10; run++) {
    for (const name of names) {
      const begun = performance.now();
      kinds[name]();
      // The first ones are warming up.
      if (run >= 10) times[name]!.push(performance.now() - begun);
    }
  }
  const medians = names.map((name) => [name, median(times[name]!)]);
  const text = releaseText({ ...kinds.large(), segments: [] });
  return {
    ...(Object.fromEntries(medians) as Record<keyof typeof kinds, number>),
    jsonBytes: gzipSync(text).byteLength,
  };
}

/** A release of all its recommendations, rated by a thousand of the public and a hundred experts. */
export function releaseOf(definition: Consultation) {
  return make(definition, madeUpCounts(definition, BALLOTS), false);
}

/** The same with its groups. */
export function milestoneOf(definition: Consultation) {
  return make(definition, madeUpCounts(definition, BALLOTS), true);
}

function make(
  definition: Consultation,
  { cells, segments }: MilestoneCounts,
  isMilestone: boolean,
) {
  const participation = Object.entries(segments).map(([key, { ballots }]) => [key, ballots]);
  return makeRelease({
    definition,
    plan: releasePlan("day", AT.toISOString(), new Date(AT.getTime() + 30 * DAY).toISOString()),
    due: { turn: 20, final: false },
    cells,
    participation: Object.fromEntries(participation) as Record<string, number>,
    segments: isMilestone ? segments : undefined,
    previous: undefined,
    simulated: true,
    at: AT,
    noise: noiseBytes(new Uint8Array(32), definition.id),
  });
}
