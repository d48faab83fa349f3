import type { Consultation } from "../../domain/consultation/definition.ts";
import { neighboursOf } from "../../domain/consultation/continuing.ts";
import { compareChoice, type CompareQuery } from "../../domain/release/compared-choice.ts";
import type { CompareRefusal } from "../../domain/release/compared-choice.ts";
import { type Comparison, comparisonOf } from "../../domain/release/comparison.ts";
import type { Release } from "../../domain/release/schema.ts";
import type { ReleaseList } from "../../domain/api.ts";
import type { Consultations, Known } from "./consultations.ts";
import type { PublishedRelease, PublishedReleases } from "./releases.ts";

interface Side {
  consultation: Consultation;
  release: Release;
}

/** What an address asks to compare, and what else there is to choose from. */
export interface ComparisonAsked {
  releases: ReleaseList["releases"];
  /** The consultations right before and after this one, the newest last. */
  waves: readonly Consultation[];
  /** Why nothing is compared; without it and without `found` there is nothing to compare yet. */
  problem?: CompareRefusal;
  found?: {
    comparison: Comparison<Side>;
    /** Names everything that it is made of. */
    stamp: readonly string[];
  };
}

/** Releases that were compared last are kept, by their hash: a form that is tried out asks for the same again. */
const MOST_KEPT = 8;

export type Comparisons = (known: Known, query: CompareQuery) => Promise<ComparisonAsked>;

/** Finds the two releases that an address names. */
export function comparisonsOf(
  consultations: Consultations,
  published: PublishedReleases,
): Comparisons {
  const kept = new Map<string, PublishedRelease>();
  const numbered = async (id: string, line: ReleaseList["releases"][number]) => {
    const found = kept.get(line.hash) ?? (await published.numbered(id, line.release));
    kept.delete(line.hash);
    if (found !== undefined) kept.set(line.hash, found);
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
    return found;
  };

  return async (known, query) => {
    const { definition } = known;
    const near = neighboursOf(definition, await consultations.all());
    const all = near.earlier === undefined ? near.later : [near.earlier, ...near.later];
    const releases = await published.list(definition.id);
    const waves = all.map((one) => one.definition);
    const chosen = compareChoice(
      query,
      releases.map(({ release }) => release),
      waves.map(({ id }) => id),
    );
    if (chosen === undefined) return { releases, waves };
    if ("problem" in chosen) return { releases, waves, problem: chosen.problem };
    if ("wave" in chosen) {
      const other = all.find((one) => one.definition.id === chosen.wave)!;
      const order = other === near.earlier ? [other, known] : [known, other];
      const sides = order.map(async (one) => {
        const newest = await published.newest(one.definition.id);
        return newest && { known: one, newest };
      });
      return { releases, waves, ...pairOf(await Promise.all(sides)) };
    }
    const sides = [chosen.earlier, chosen.later].map(async (number) => {
      const line = releases.find(({ release }) => release === number)!;
      const newest = await numbered(definition.id, line);
      return newest && { known, newest };
    });
    return { releases, waves, ...pairOf(await Promise.all(sides)) };
  };
}

/** Both sides beside each other; nothing where one has no release. */
function pairOf(
  sides: readonly ({ known: Known; newest: PublishedRelease } | undefined)[],
): Pick<ComparisonAsked, "found"> {
  const [earlier, later] = sides;
  if (earlier === undefined || later === undefined) return {};
  const [then, now] = [earlier, later].map(({ known, newest }) => ({
    consultation: known.definition,
    release: newest.release,
  })) as [Side, Side];
  return {
    found: {
      comparison: comparisonOf(then, now),
      stamp: [earlier, later].flatMap(({ known, newest }) => [known.version, newest.hash]),
    },
  };
}
