import type { DisclosurePolicy } from "../../../domain/disclosure/policy.ts";
import type { Figures, SegmentFigures } from "../../../domain/release/schema.ts";
import { BINS } from "../../../domain/rating.ts";
import { type CountingPlan, segmentKey } from "../../../domain/tally/plan.ts";
import type { Tally } from "../../../domain/tally/tally.ts";
import type { Collected } from "./history.ts";
import { LinearKnowledge, type Terms } from "./linear.ts";

/** A count of other people that the attacker knows exactly, and that is too small to be known. */
export interface Pinned {
  cell: string;
  release: number;
  count: number;
}

/** Largest noise, by the published method. */
const NOISE = 5;

/**
 * Everything that follows from all releases of a consultation together, with what the attacker
 * knows of his own ballots: what stands behind each rounded or hidden count; that points add up to
 * ratings and ratings to ballots; that the segments of a question add up to the public; that people
 * only come, and how many at most came between two releases; and what the means say. Assumes the
 * best for the attacker: nobody changes or withdraws a ballot, and from the release `quietFrom` on
 * he knows that nobody but himself has answered since the one before.
 */
export function attack(
  collected: readonly Collected[],
  plan: CountingPlan,
  policy: DisclosurePolicy,
  minChanged: number,
  quietFrom = Infinity,
): Pinned[] {
  const known = new LinearKnowledge();
  const cells = ["public", ...plan.keys];
  const counts = (tally: Tally, cell: string) =>
    cell === "public" ? tally.cells.public : tally.segments[cell]!;
  const names: { name: string; cell: string; at: number; index: number }[] = [];
  const variable = (name: string, cell: string, at: number, index: number): number => {
    names[known.low.length] = { name, cell, at, index };
    return known.variable();
  };
  // For each moment and cell: ballots, then every bin of every recommendation; others' only.
  const all = collected.map((_, at) =>
    cells.map((cell) => ({
      ballots: variable("ballots", cell, at, -1),
      bins: Array.from({ length: plan.codes.length * BINS.length }, (_bin, index) =>
        variable(
          `${plan.codes[Math.floor(index / BINS.length)]}/${BINS[index % BINS.length]}`,
          cell,
          at,
          index,
        ),
      ),
    })),
  );

  collected.forEach(({ release, own }, at) => {
    cells.forEach((cell, place) => {
      const { ballots, bins } = all[at]![place]!;
      const mine = counts(own, cell);
      const rows = plan.codes.map((_, row) =>
        bins.slice(row * BINS.length, (row + 1) * BINS.length),
      );
      for (const row of rows) {
        known.state([...row.map((bin) => [bin, 1] as const), [ballots, -1]], 0, 0);
      }
      const segment = release.segments.find((one) => segmentKey(one) === cell);
      const fresh = cell === "public" ? release.madeIn.public : segment?.madeIn;
      if (fresh !== release.release) return;
      const shownBallots = cell === "public" ? release.ballots.public : segment!.ballots;
      const noisy = mayCarryNoise(policy, cell, shownBallots);
      const tell = (
        terms: readonly number[],
        shown: number | null,
        hiddenSmall: boolean,
        parts: number,
      ) => {
        const blur = noisy ? NOISE * parts : 0;
        const ours = terms.reduce((sum, term) => sum + ownOf(term), 0);
        const [least, most] =
          shown === null
            ? [0, hiddenSmall ? 9 + blur : Infinity]
            : [
                shown - Math.floor(policy.roundTo / 2) - blur,
                shown + Math.ceil(policy.roundTo / 2) - 1 + blur,
              ];
        known.state(
          terms.map((term) => [term, 1] as const),
          least - ours,
          most - ours,
        );
      };
      const ownOf = (term: number) => {
        const { index } = names[term]!;
        return index < 0 ? mine.ballots : mine.bins[index]!;
      };
      tell([ballots], shownBallots, true, 1);
      rows.forEach((row, index) => {
        const figures: Figures | SegmentFigures =
          cell === "public"
            ? release.recommendations[index]!.panels.public
            : segment!.recommendations[index]!;
        const points = row.slice(0, 5);
        // Noise on the whole, and never more than answered: the blur of one count is not enough.
        tell(points, figures.rated, false, 2);
        if (figures.mean !== null && !noisy) {
          const half = (figures.rated ?? 0) < 95 ? 0.05 : figures.rated! > 100 ? 0.005 : 0.05;
          const ours = points.map((point, j) => [j + 1, ownOf(point)] as const);
          const shift = (mean: number) => ours.reduce((sum, [j, n]) => sum + (j - mean) * n, 0);
          const against = (mean: number) =>
            points.map((point, j) => [point, j + 1 - mean] as const);
          const [low, high] = [figures.mean - half - 1e-9, figures.mean + half + 1e-9];
          known.state(against(low), -shift(low), Infinity);
          known.state(against(high), -Infinity, -shift(high));
        }
        if (!("counts" in figures)) return;
        tell([row[5]!], figures.noOpinion, figures.hidden["noOpinion"] === "fewer-than-10", 1);
        tell([row[6]!], figures.skipped, figures.hidden["skipped"] === "fewer-than-10", 1);
        points.forEach((point, j) => {
          tell([point], figures.counts[j]!, figures.hidden[`counts/${j}`] === "fewer-than-10", 1);
        });
        [points.slice(0, 2), points.slice(2, 3), points.slice(3)].forEach((band, j) => {
          const small = figures.hidden[`bands/${j}`] === "fewer-than-10";
          tell(band, figures.bands[j]!, small, band.length);
        });
      });
    });
    // The segments of each question, with those who did not say, are the public.
    for (const { code: question } of plan.groupings) {
      const own = plan.segments.filter((one) => one.question === question).map(segmentKey);
      const parts = own.map((key) => all[at]![cells.indexOf(key)]!);
      const whole = all[at]![0]!;
      known.state([...parts.map((one) => [one.ballots, 1] as const), [whole.ballots, -1]], 0, 0);
      whole.bins.forEach((bin, index) => {
        known.state([...parts.map((one) => [one.bins[index]!, 1] as const), [bin, -1]], 0, 0);
      });
    }
    // Time: nobody leaves, each newcomer is one ballot, and enough must have come for a release.
    if (at === 0) return;
    const quiet = at >= quietFrom;
    const grew = (later: number, earlier: number, least: number) =>
      known.state(
        [
          [later, 1],
          [earlier, -1],
        ],
        least,
        quiet ? 0 : Infinity,
      );
    const came = own.cells.public.ballots - collected[at - 1]!.own.cells.public.ballots;
    cells.forEach((cell, place) => {
      const [was, is] = [all[at - 1]![place]!, all[at]![place]!];
      const enough = cell === "public" && !quiet ? Math.max(0, minChanged - came) : 0;
      grew(is.ballots, was.ballots, enough);
      is.bins.forEach((bin, index) => {
        const before = was.bins[index]!;
        grew(bin, before, 0);
        // No bin grows by more than ballots came.
        const terms: Terms = [
          [is.ballots, 1],
          [was.ballots, -1],
          [bin, -1],
          [before, 1],
        ];
        known.state(terms, 0, Infinity);
      });
    });
  });
  known.settle();

  const { base } = policy;
  return names.flatMap(({ name, cell, at, index }, term) => {
    const [least, most] = [known.low[term]!, known.high[term]!];
    const { others, release } = collected[at]!;
    const truth = index < 0 ? counts(others, cell).ballots : counts(others, cell).bins[index]!;
    if (least > truth || most < truth)
      throw new Error(`wrong about ${cell} ${name}: ${least}..${most}, is ${truth}`);
    const small = truth > 0 && truth < base;
    return least === most && small
      ? [{ cell: `${cell} ${name}`, release: release.release, count: truth }]
      : [];
  });
}

/** Whether the attacker must reckon with noise: the method is public, and roughly how many there are. */
function mayCarryNoise(
  { noiseBelow, roundTo }: DisclosurePolicy,
  cell: string,
  shown: number | null,
): boolean {
  const below = cell === "public" ? noiseBelow.panel : noiseBelow.segment;
  return below > 0 && (shown ?? 0) - roundTo - NOISE < below;
}
