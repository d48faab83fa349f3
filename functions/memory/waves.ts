import type { Consultation } from "../../domain/consultation/definition.ts";
import { neighboursOf } from "../../domain/consultation/continuing.ts";
import type { Release } from "../../domain/release/schema.ts";
import { type WavePair, wavesOf } from "../../domain/release/waves.ts";
import type { Consultations, Known } from "./consultations.ts";
import type { PublishedReleases } from "./releases.ts";

interface Wave {
  consultation: Consultation;
  release: Release;
}

/** Two waves of which both have a release. */
interface TwoWaves {
  /** Names everything that the pairs are made of. */
  stamp: readonly string[];
  /** Both of a recommendation side by side; `undefined` where one wave does not have it. */
  pairOf(code: string): { pair: WavePair; earlier: Wave; later: Wave } | undefined;
}

/**
 * The newest releases of a consultation and of the one that it continues, or, where it continues none, of the
 * newest that continues it; `undefined` as long as either has no release.
 */
export const newestWaves =
  (consultations: Consultations, published: PublishedReleases) =>
  async (known: Known): Promise<TwoWaves | undefined> => {
    const near = neighboursOf(known.definition, await consultations.all());
    const other = near.earlier ?? near.later.at(-1);
    if (other === undefined) return undefined;
    const [first, second] = near.earlier === undefined ? [known, other] : [other, known];
    const [before, after] = [
      await published.newest(first.definition.id),
      await published.newest(second.definition.id),
    ];
    if (before === undefined || after === undefined) return undefined;
    const earlier = { consultation: first.definition, release: before.release };
    const later = { consultation: second.definition, release: after.release };
    return {
      stamp: [first.version, before.hash, second.version, after.hash],
      pairOf(code) {
        const pair = wavesOf(earlier, later).find((one) => one.code === code);
        return pair && { pair, earlier, later };
      },
    };
  };
