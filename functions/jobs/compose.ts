import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Due, ReleasePlan } from "../../domain/disclosure/schedule.ts";
import { makeRelease, releaseText, type StoredRelease } from "../../domain/release/release.ts";
import type { Release } from "../../domain/release/schema.ts";
import type { MilestoneCounts } from "../../domain/tally/fold.ts";
import type { Tally } from "../../domain/tally/tally.ts";
import type { Database } from "../store/database.ts";
import { isSimulated } from "../store/simulated.ts";
import type { CountedAtMilestone } from "./milestone.ts";
import { noiseBytes } from "./noise-bytes.ts";

/** Everything that a release is made of. */
export interface Parts {
  plan: ReleasePlan;
  secret: Uint8Array;
  due: Due;
  tally: Tally;
  previous: StoredRelease | undefined;
  counted: CountedAtMilestone | undefined;
  at: Date;
}

/** How many ballots each segment has, by a milestone's own counts. */
const ballotsOf = ({ segments }: MilestoneCounts): Record<string, number> =>
  Object.fromEntries(Object.entries(segments).map(([key, { ballots }]) => [key, ballots]));

/** A release with its bytes: of the same parts always the same ones. */
export async function composeRelease(
  db: Database,
  definition: Consultation,
  { plan, secret, due, tally, counted, previous, at }: Parts,
): Promise<{ release: Release; text: string }> {
  const { id } = definition;
  const release = makeRelease({
    definition,
    plan,
    due,
    cells: due.final && counted !== undefined ? counted.cells : tally.cells,
    participation: due.final && counted !== undefined ? ballotsOf(counted) : tally.segments,
    segments: counted?.segments,
    flags: counted?.flags,
    previous,
    // Read after the tally: the mark is set before the first simulated ballot is sent.
    simulated: await isSimulated(db, id),
    at,
    noise: noiseBytes(secret, id),
  });
  return { release, text: releaseText(release) };
}
