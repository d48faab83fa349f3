import fc from "fast-check";
import { PANELS, type Panel } from "../../domain/ballot.ts";
import { BINS } from "../../domain/rating.ts";
import type { Release } from "../../domain/release/schema.ts";
import type { KeptRelease, ReleaseDecision } from "../../domain/release/release.ts";
import { nextRelease } from "../../domain/release/release.ts";
import { emptyPanelCell, type PanelCell } from "../../domain/tally/cell.ts";
import { countingPlan } from "../../domain/tally/plan.ts";
import { emptyTally, type Tally } from "../../domain/tally/tally.ts";
import { definition } from "./definition.ts";

const RECOMMENDATIONS = 3;
export const catalogue = {
  ...definition(),
  recommendations: definition().recommendations.slice(0, RECOMMENDATIONS),
  about: [],
};
const plan = countingPlan(catalogue);

/** A cell of so many ballots, of which each gave the first recommendations these bins. */
export function cellOf(rows: readonly (readonly number[])[], changed?: number): PanelCell {
  const ballots = Math.max(...rows.map((row) => row.reduce((sum, count) => sum + count, 0)));
  const cell = emptyPanelCell(rows.length);
  rows.forEach((row, index) => cell.bins.set(row, index * BINS.length));
  return { ...cell, ballots, changed: cell.changed.fill(changed ?? ballots) };
}

/** A tally in which every ballot of a panel gave every recommendation 4. */
export function tallyOf(ballots: Partial<Record<Panel, number>>, changed = ballots): Tally {
  const tally = emptyTally(plan);
  for (const panel of PANELS) {
    const rows = Array.from({ length: RECOMMENDATIONS }, () => [0, 0, 0, ballots[panel] ?? 0]);
    tally.cells[panel] = cellOf(rows, changed[panel] ?? 0);
  }
  return tally;
}

const cell = fc
  .record({
    ballots: fc.oneof(fc.nat({ max: 30 }), fc.nat({ max: 3000 })),
    cuts: fc.array(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
      {
        minLength: RECOMMENDATIONS,
        maxLength: RECOMMENDATIONS,
      },
    ),
    more: fc.nat({ max: 50 }),
  })
  .map(({ ballots, cuts, more }) => {
    // Every ballot falls into one of the seven bins of each recommendation.
    const rows = cuts.map((shares) => {
      const ends = [
        ...shares.toSorted((a, b) => a - b).map((s) => Math.round(s * ballots)),
        ballots,
      ];
      return ends.map((end, index) => end - (ends[index - 1] ?? 0));
    });
    return cellOf(rows, ballots + more);
  });

/** Any tally that ballots could have made. */
export const anyTally: fc.Arbitrary<Tally> = fc
  .record({ public: cell, expert: cell })
  .map((cells) => ({ ...emptyTally(plan), cells }));

export const START = new Date("2026-11-24T10:00:00.000Z");
export const minutesLater = (minutes: number): Date => new Date(START.getTime() + minutes * 60_000);

/** Decides on the next release of the small catalogue. */
export const decide = (
  tally: Tally,
  { previous, at = START }: { previous?: KeptRelease; at?: Date } = {},
): ReleaseDecision =>
  nextRelease({
    definition: catalogue,
    tally,
    previous,
    simulated: false,
    at,
    countedUntil: undefined,
  });

/** A release that must be due, kept as a previous one would be. */
export function released(
  tally: Tally,
  options?: { previous?: KeptRelease; at?: Date },
): KeptRelease {
  const decision = decide(tally, options);
  if ("wait" in decision) throw new Error(decision.wait);
  const number = decision.release.release;
  return { ...decision, hash: `hash of ${number}` };
}

/** Every count that a release tells, with its place. */
export function countsOf(release: Release): [string, number | null][] {
  return PANELS.flatMap((panel) => [
    [`ballots/${panel}`, release.ballots[panel]] as [string, number | null],
    ...release.recommendations.flatMap(({ code, panels }): [string, number | null][] => {
      const { rated, noOpinion, skipped, counts, bands } = panels[panel];
      const place = `${code}/${panel}`;
      return [
        [`${place}/rated`, rated],
        [`${place}/noOpinion`, noOpinion],
        [`${place}/skipped`, skipped],
        ...[...counts, ...bands].map((count, point): [string, number | null] => [
          `${place}/counts and bands/${point}`,
          count,
        ]),
      ];
    }),
  ]);
}
