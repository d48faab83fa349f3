/** What may be wrong with one consultation. */
import { PANELS } from "../../../domain/ballot/ballot.ts";
import { compareTally } from "../../jobs/compare.ts";
import type { Known } from "../../memory/consultations.ts";
import { readRelease } from "../../memory/releases.ts";
import { loadStop } from "../../store/counting.ts";
import { allRegistered } from "../../store/releases.ts";
import { progress } from "../progress.ts";
import type { Target } from "../target.ts";
import { type Finding, found } from "./finding.ts";

/** Tally and a recount agree. Writes nothing, unlike the command `recount`. */
export const tallyFinding = (target: Target, known: Known): Promise<Finding> =>
  found({ check: "tally", consultation: known.definition.id }, async () => {
    const { purge } = known.life;
    if (purge !== undefined) {
      return { ok: true, said: `its ballots were deleted on ${purge.begun.slice(0, 10)}, as set` };
    }
    const { limits, services } = target;
    const onRead = progress(`Ballots read of ${known.definition.id}`, undefined);
    const { recounted, differences, unreadable } = await compareTally(services, known, {
      limits,
      onRead,
    });
    const ballots = PANELS.map((panel) => `${panel} ${recounted.cells[panel].ballots}`).join(", ");
    const aside = unreadable.length === 0 ? "" : `; ${unreadable.length} cannot be read`;
    return differences.length === 0
      ? { ok: true, said: `agrees with a recount (${ballots} ballots${aside})` }
      : { ok: false, said: `differs from a recount in ${differences.join(", ")}` };
  });

/** Nothing stops publication. */
export const publicationFinding = ({ services }: Target, { definition }: Known): Promise<Finding> =>
  found({ check: "publication", consultation: definition.id }, async () => {
    const stop = await loadStop(services.db, definition.id);
    return stop === undefined
      ? { ok: true, said: "nothing stops it" }
      : { ok: false, said: `is stopped since ${stop.since} (${stop.reason})` };
  });

/**
 * Every release from the newest to the first: its file has the registered hash, and the hash that it names of
 * the one before is that one's. The first fault ends the walk.
 */
export const releasesFinding = ({ services }: Target, { definition }: Known): Promise<Finding> =>
  found({ check: "releases", consultation: definition.id }, async () => {
    const { id } = definition;
    const lines = (await allRegistered(services.db, id)).toReversed();
    const tell = progress(`Releases read of ${id}`, lines.length);
    let previous: string | null = null;
    for (const [index, line] of lines.entries()) {
      if (line.number !== index + 1) return { ok: false, said: `release ${index + 1} is missing` };
      const { release } = await readRelease(services.files, id, line);
      if (release.previous !== previous || release.release !== line.number) {
        return { ok: false, said: `the chain is broken before release ${line.number}` };
      }
      previous = line.hash;
      tell(index + 1);
    }
    const newest = lines.length === 0 ? "none yet" : `1 to ${lines.length}, whole and chained`;
    return { ok: true, said: newest };
  });
