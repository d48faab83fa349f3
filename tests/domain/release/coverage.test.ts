import { describe, expect, test } from "vitest";
import { panelFigures } from "../../../domain/release/figures.ts";
import { gaps } from "../../../domain/release/gaps.ts";
import type { Figures } from "../../../domain/release/schema.ts";
import { seeded } from "../statistics/seeded.ts";
import { cellOf, drawn, published, Rate, SCHEDULED, SHAPES } from "./simulated-panels.ts";

/**
 * Whether what is printed covers: intervals that say 95 % hold the truth in 94 to 99 of a hundred
 * releases, noise, fitting and rounding included, and of a whole list no rank range fails in more than
 * one of twenty.
 */

const LEAST = 0.94;
const MOST = 0.99;
const RATINGS = [10, 30, 100, 300, 1_000, 10_000] as const;
const ROWS = 20;

const expectCover = (rate: Rate, what: string) =>
  expect(rate.share, what).toBeGreaterThanOrEqual(LEAST - rate.slack);

const holds = ([low, high]: readonly [number, number], truth: number) =>
  low - 1e-9 <= truth && truth <= high + 1e-9;

const meanOf = (shape: readonly number[]) =>
  shape.reduce((sum, share, index) => sum + share * (index + 1), 0);
const highOf = (shape: readonly number[]) => shape[3]! + shape[4]!;
const lowOf = (shape: readonly number[]) => shape[0]! + shape[1]!;

/** Figures of many panels whose rows all have one shape, as `releases` prints them. */
function* printed(
  shape: readonly number[],
  ratings: number,
  panels: number,
): Generator<[number, Figures[]]> {
  const chance = seeded(ratings);
  for (let panel = 0; panel < panels; panel++) {
    const rows = Array.from({ length: ROWS }, () => drawn(shape, ratings, chance));
    for (const releases of SCHEDULED) {
      const { group, limits } = published(cellOf(rows), releases, `${ratings} ${panel}`);
      yield [releases, panelFigures(group, limits)];
    }
  }
}

/** A rate for each schedule. */
const rates = () => new Map(SCHEDULED.map((releases) => [releases as number, new Rate()]));

describe.each(RATINGS)("of %i ratings", (ratings) => {
  test("the printed intervals of means and shares cover, whatever the shape and the schedule", () => {
    const pooled = { mean: rates(), share: rates() };
    for (const [name, shape] of Object.entries(SHAPES)) {
      const [mean, share] = [rates(), rates()];
      for (const [releases, figures] of printed(shape, ratings, 50)) {
        for (const { interval, highInterval, lowInterval } of figures) {
          if (interval !== null) {
            const covers = holds(interval, meanOf(shape));
            for (const rate of [mean, pooled.mean]) rate.get(releases)!.note(covers);
          }
          // Under the limit shares are told only where noise lifts their number over it: see below.
          if (highInterval === null || lowInterval === null || ratings < 100) continue;
          for (const rate of [share, pooled.share]) {
            rate.get(releases)!.note(holds(highInterval, highOf(shape)));
            rate.get(releases)!.note(holds(lowInterval, lowOf(shape)));
          }
        }
      }
      for (const releases of SCHEDULED) {
        const where = `${name}, ${releases} releases`;
        expectCover(mean.get(releases)!, `mean, ${where}`);
        if (ratings >= 100) expectCover(share.get(releases)!, `shares, ${where}`);
      }
    }
    for (const rate of [...pooled.mean.values(), ...pooled.share.values()]) {
      if (rate.of > 0) expect(rate.share - rate.slack).toBeLessThanOrEqual(MOST);
    }
  });
});

test("shares of fewer ratings than they take are seldom told, and more seldom wrong", () => {
  const [told, wrong] = [new Rate(), new Rate()];
  for (const shape of Object.values(SHAPES)) {
    for (const [, figures] of printed(shape, 30, 50)) {
      for (const { highInterval } of figures) {
        told.note(highInterval !== null);
        wrong.note(highInterval !== null && !holds(highInterval, highOf(shape)));
      }
    }
  }
  expect(told.share).toBeLessThan(0.05);
  expect(wrong.share).toBeLessThan(0.01);
});

test("a side is said to have the most only where it has, in 97.5 of a hundred at least", () => {
  for (const shape of Object.values(SHAPES)) {
    for (const ratings of [10, 30, 100]) {
      const wrong = rates();
      for (const [releases, figures] of printed(shape, ratings, 50)) {
        for (const { leaning } of figures) {
          if (leaning === null) continue;
          const isWrong =
            (leaning === "most-high" && highOf(shape) <= 0.5) ||
            (leaning === "most-low" && lowOf(shape) <= 0.5);
          wrong.get(releases)!.note(isWrong);
        }
      }
      for (const rate of wrong.values()) expect(rate.share - rate.slack).toBeLessThanOrEqual(0.025);
    }
  }
});

/** Six tiers of three recommendations that are as urgent as each other. */
const TIERS = [2.4, 2.8, 3.2, 3.6, 4, 4.4];
const ITEMS = TIERS.flatMap((centre) => [centre, centre, centre]);
const PANELS = 150;

/** Rows of people each of whom rates a little higher or lower throughout. */
function tiers(people: number, chance: () => number): number[][] {
  const rows = ITEMS.map(() => [0, 0, 0, 0, 0]);
  const bell = () => (chance() + chance() + chance() + chance() - 2) * Math.sqrt(3);
  for (let person = 0; person < people; person++) {
    const leniency = 0.6 * bell();
    ITEMS.forEach((centre, place) => {
      const point = Math.round(centre + leniency + bell());
      rows[place]![Math.min(5, Math.max(1, point)) - 1]! += 1;
    });
  }
  return rows;
}

test.each([30, 100, 300, 1_000])(
  "rank ranges of %i people hold the true ranks, all at once",
  (people) => {
    const chance = seeded(people);
    const whole = rates();
    for (let panel = 0; panel < PANELS; panel++) {
      const rows = tiers(people, chance);
      for (const releases of SCHEDULED) {
        const { group, limits } = published(cellOf(rows), releases, `tiers ${people} ${panel}`);
        const all = panelFigures(group, limits).map(({ rankRange }) => rankRange);
        if (all.includes(null)) continue;
        // Of a tier's three nobody stands above another: the range must leave room for all of its ranks.
        const isHeld = all.every((range, place) => {
          const above = ITEMS.filter((centre) => centre > ITEMS[place]!).length;
          return range![0] <= above + 1 && range![1] >= above + 3;
        });
        whole.get(releases)!.note(isHeld);
      }
    }
    for (const rate of whole.values()) {
      if (rate.of > PANELS / 2) expect(rate.share + rate.slack).toBeGreaterThanOrEqual(0.95);
    }
  },
);

test.each([
  [15, 0, 300, 4],
  [30, 0, 300, 30],
  [100, 4, 300, 4],
])(
  "the gap between %i experts (%i releases) and %i people (%i) is covered",
  (experts, ofExperts, people, ofPeople) => {
    const chance = seeded(experts);
    const rate = new Rate();
    const [high, low] = [SHAPES.usual, SHAPES.even];
    // δ of the two shapes: chance of rating higher less that of rating lower.
    let delta = 0;
    high.forEach((p, a) => low.forEach((q, b) => (delta += p * q * Math.sign(a - b))));
    for (let panel = 0; panel < 60; panel++) {
      const rows = (shape: readonly number[], many: number) =>
        Array.from({ length: ROWS }, () => drawn(shape, many, chance));
      const sides = [
        published(cellOf(rows(low, people)), ofPeople, `public ${panel}`),
        published(cellOf(rows(high, experts)), ofExperts, `expert ${panel}`),
      ] as const;
      for (const one of gaps(...sides)) {
        if ("value" in one) rate.note(holds(one.value.interval, delta));
      }
    }
    expect(rate.share).toBeGreaterThanOrEqual(LEAST - rate.slack);
  },
);
