import type { Consultation } from "../../domain/consultation/definition.ts";
import { hasClosed, releasePlan } from "../../domain/disclosure/schedule.ts";
import { LANGUAGES } from "../support/languages.ts";
import { makeRelease, releaseText } from "../../domain/release/release.ts";
import type { Release } from "../../domain/release/schema.ts";
import { emptyMilestone, foldMilestone, foldState } from "../../domain/tally/fold.ts";
import { countingPlan } from "../../domain/tally/plan.ts";
import { emptyTally } from "../../domain/tally/tally.ts";
import { noiseBytes } from "../../functions/jobs/noise-bytes.ts";
import { sha256, sha256Binary } from "../../functions/secrets.ts";
import type { Services } from "../../functions/services.ts";
import { registerRelease, releaseFile } from "../../functions/store/releases.ts";

/** So many of the public and of experts, who differ in everything that the public is told apart by. */
function countsOf(definition: Consultation, ballots: number, experts: number) {
  const plan = countingPlan(definition);
  const tally = emptyTally(plan);
  const milestone = emptyMilestone(plan);
  // More of those who are named first, so that some groups are shown and some are too small.
  const some = <Value>(all: readonly Value[], place: number): Value =>
    all[Math.floor(all.length * ((place * 0.618) % 1) ** 3)]!;
  for (let ballot = 0; ballot < ballots + experts; ballot++) {
    const content = {
      panel: ballot < ballots ? ("public" as const) : ("expert" as const),
      language: some(LANGUAGES, ballot),
      ratings: plan.codes.map((_, place) => "54321n-"[(ballot + place) % 7]).join(""),
      about: Object.fromEntries(
        definition.about.map(({ code, options }) => [code, some(options, ballot).code]),
      ),
      first: [],
      positions: [],
      ...(ballot < ballots &&
        ballot % 2 === 0 && {
          channel: some(definition.channels ?? [undefined], ballot)?.code,
        }),
    };
    const state = { id: String(ballot), revision: 1, content };
    foldState(tally, plan, state, 1, sha256Binary);
    foldMilestone(milestone, plan, state, false);
  }
  return { tally, milestone };
}

/** Publishes a release of so many ballots, as it would have been made at that moment. */
export async function publish(
  services: Services,
  definition: Consultation,
  { number = 1, at = new Date(), ballots = 200, experts = 24 } = {},
): Promise<void> {
  const { tally, milestone } = countsOf(definition, ballots, experts);
  const { id, opensAt, closesAt } = definition;
  const { every } = definition.release;
  const release = {
    ...makeRelease({
      definition,
      plan: releasePlan(every, opensAt ?? at.toISOString(), closesAt),
      due: { turn: number, final: hasClosed(definition, at) },
      cells: tally.cells,
      participation: tally.segments,
      segments: milestone.segments,
      previous: undefined,
      simulated: false,
      at,
      // Any secret will do; this one gives the same pictures each time.
      noise: noiseBytes(new Uint8Array(32), id),
    }),
    release: number,
  };
  await register(services, release, number);
}

/** Writes a release as the job does that publishes, whatever it was made of; `turn` is that of the schedule. */
export async function register(
  { db, files }: Services,
  release: Release,
  turn: number,
): Promise<void> {
  const { consultation: id, release: number, releasedAt } = release;
  const text = releaseText(release);
  const hash = sha256(text);
  await files.write(
    releaseFile(id, number, hash),
    new TextEncoder().encode(text),
    "application/json",
  );
  const counted = String(number);
  await registerRelease(db, id, { number, releasedAt, hash, turn, final: false, counted });
}
