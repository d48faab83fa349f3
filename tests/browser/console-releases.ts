import type { Consultation } from "../../domain/consultation.ts";
import { LANGUAGES } from "../../domain/language.ts";
import { nextRelease, releaseText } from "../../domain/release/release.ts";
import { foldState } from "../../domain/tally/fold.ts";
import { countingPlan } from "../../domain/tally/plan.ts";
import { emptyTally } from "../../domain/tally/tally.ts";
import { sha256 } from "../../functions/secrets.ts";
import type { Services } from "../../functions/services.ts";
import { registerRelease, releaseFile } from "../../functions/store/releases.ts";

/** So many of the public and of experts, who differ in everything that the public is told apart by. */
function tallyOf(definition: Consultation, ballots: number, experts: number) {
  const plan = countingPlan(definition);
  const tally = emptyTally(plan);
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
    const state = { id: String(ballot), revision: 1, key: ballot % 256, content };
    foldState(tally, plan, state, 1, sha256);
  }
  for (const cell of [...Object.values(tally.cells), ...Object.values(tally.segments)]) {
    cell.changed.fill(cell.ballots);
  }
  return tally;
}

/** Publishes a release of so many ballots, as it would have been made at that moment. */
export async function publish(
  { db, files }: Services,
  definition: Consultation,
  { number = 1, at = new Date(), ballots = 200, experts = 24 } = {},
): Promise<void> {
  const made = nextRelease({
    definition,
    tally: tallyOf(definition, ballots, experts),
    previous: undefined,
    simulated: false,
    at,
    countedUntil: at,
  });
  if ("wait" in made) throw new Error(`${definition.id}: ${made.wait}`);
  const release = { ...made.release, release: number };
  const text = releaseText(release);
  const hash = sha256(text);
  const name = releaseFile(definition.id, number, hash);
  await files.write(name, new TextEncoder().encode(text), "application/json");
  const { releasedAt } = release;
  await registerRelease(db, definition.id, { number, releasedAt, hash, basis: made.basis });
}
