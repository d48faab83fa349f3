import { expect, test } from "vitest";
import { panelFigures } from "../../../domain/release/figures.ts";
import {
  noisyMeanInterval,
  noisyShareInterval,
} from "../../../domain/statistics/noisy-interval.ts";
import { seeded } from "../statistics/seeded.ts";
import { cellOf, drawn, published, SCHEDULED, SHAPES } from "./simulated-panels.ts";

/** Whether an interval holds another, but for what arithmetic adds to a decimal that is already round. */
const contains = ([low, high]: readonly number[], [least, most]: readonly number[]) =>
  low! <= least! + 1e-9 && high! >= most! - 1e-9;

test.each([12, 98, 300, 990, 2_990])(
  "of %i ratings, what is printed holds the whole interval, and the figure itself",
  (ratings) => {
    const chance = seeded(ratings);
    const rows = Array.from({ length: 40 }, () => drawn(SHAPES.usual, ratings, chance));
    for (const releases of SCHEDULED) {
      const { group, limits } = published(cellOf(rows), releases, `outwards ${ratings}`);
      panelFigures(group, limits).forEach(({ mean, interval, highShare, highInterval }, place) => {
        const { measured, histogram, rated } = group.recommendations[place]!;
        const points = measured.slice(0, 5);
        if (interval !== null) {
          expect(contains(interval, noisyMeanInterval(points, histogram, group.variance))).toBe(
            true,
          );
          expect(contains(interval, [mean!, mean!])).toBe(true);
        }
        if (highInterval === null) return;
        const high = points[3]! + points[4]!;
        const whole = noisyShareInterval(high, rated, group.variance, { part: 2, of: 5 });
        expect(contains(highInterval, whole)).toBe(true);
        expect(contains(highInterval, [highShare!, highShare!])).toBe(true);
      });
    }
  },
);
