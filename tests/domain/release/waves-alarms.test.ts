import { expect, test } from "vitest";
import { type Wave, wavesOf } from "../../../domain/release/waves.ts";
import { mean } from "../../../domain/statistics/histogram.ts";
import { seeded } from "../statistics/seeded.ts";
import { cellOf, drawn, published, Rate, SCHEDULED, SHAPES } from "./simulated-panels.ts";
import { type Points, wave } from "./two-waves.ts";

/**
 * Where nothing has changed, a difference is called anywhere in the list in at most 5 of a hundred pairs of
 * waves, up to what so many tries can tell; and where something has, it is found.
 */

const ROWS = 12;
const MOST = 0.05;

const rowsOf = (shape: Points, people: number, chance: () => number) =>
  Array.from({ length: ROWS }, () => drawn(shape, people, chance));

const TEMPLATES = ["then", "now"].map((id) =>
  wave({ id, rows: Array.from({ length: ROWS }, () => [8, 8, 8, 8, 8]) }),
);

/** A wave whose public is published so: what the comparison reads of a release, and nothing else of it. */
function publishedWave(
  { consultation, release }: Wave,
  rows: readonly Points[],
  ...how: How
): Wave {
  const { group } = published(cellOf(rows), ...how);
  const deviation = Math.sqrt(group.variance);
  const { protection } = release.rules;
  return {
    consultation,
    release: {
      ...release,
      rules: {
        ...release.rules,
        protection: { ...protection, ratings: { public: deviation, expert: deviation } },
      },
      recommendations: release.recommendations.map((one, place) => {
        const { measured, histogram } = group.recommendations[place]!;
        const figures = { ...one.panels.public, measured, mean: mean(histogram) };
        return { ...one, panels: { ...one.panels, public: figures } };
      }),
    },
  };
}
/** Of how many releases it is the newest (0: exact), and what its noise is drawn by. */
type How = [releases: number, name: string];

/** Of how many recommendations a difference is called. */
const called = (then: readonly Points[], now: readonly Points[], releases: number, name = "") =>
  wavesOf(
    publishedWave(TEMPLATES[0]!, then, releases, `then ${name}`),
    publishedWave(TEMPLATES[1]!, now, releases, `now ${name}`),
  ).filter(({ panels: { public: one } }) => "differs" in one.compared && one.compared.differs)
    .length;

test.each(
  SCHEDULED.flatMap((releases) =>
    [
      [32, 32],
      [40, 400],
      [100, 1_000],
    ].map(([before = 0, now = 0]) => ({ releases, before, now })),
  ),
)("$before people then and $now now, alike ($releases releases)", ({ releases, before, now }) => {
  const chance = seeded(before * 7 + now);
  const rate = new Rate();
  for (const shape of Object.values(SHAPES)) {
    for (let pair = 0; pair < 100; pair++) {
      const rows = [rowsOf(shape, before, chance), rowsOf(shape, now, chance)] as const;
      rate.note(called(...rows, releases, String(pair)) > 0);
    }
  }
  expect(rate.share - rate.slack).toBeLessThanOrEqual(MOST);
});

/** Ratings of people who each rate a little higher or lower throughout, and two answers of each. */
function answeredTwice(people: number, again: number, chance: () => number) {
  const [then, now] = [0, 1].map(() => Array.from({ length: ROWS }, () => [0, 0, 0, 0, 0]));
  const bell = () => (chance() + chance() + chance() + chance() - 2) * Math.sqrt(3);
  const rate = (rows: number[][], leaning: number, views: readonly number[]) =>
    views.forEach((view, place) => {
      const point = Math.round(3.3 + leaning + view + 0.4 * bell());
      rows[place]![Math.min(5, Math.max(1, point)) - 1]! += 1;
    });
  const person = () => ({
    leaning: 0.5 * bell(),
    views: Array.from({ length: ROWS }, () => 0.8 * bell()),
  });
  for (let one = 0; one < people; one++) {
    const { leaning, views } = person();
    rate(then!, leaning, views);
    const other = one < again ? { leaning, views } : person();
    rate(now!, other.leaning, other.views);
  }
  return [then!, now!] as const;
}

test("whoever answers both times makes a false alarm rarer, not likelier", () => {
  const [nobody, everybody] = [new Rate(), new Rate()];
  const chance = seeded(5);
  for (let pair = 0; pair < 250; pair++) {
    nobody.note(called(...answeredTwice(150, 0, chance), 0) > 0);
    everybody.note(called(...answeredTwice(150, 150, chance), 0) > 0);
  }
  expect(nobody.share - nobody.slack).toBeLessThanOrEqual(MOST);
  expect(everybody.times).toBe(0);
});

test("a change of opinion is found, noise and all", () => {
  const chance = seeded(9);
  let found = 0;
  for (let pair = 0; pair < 20; pair++) {
    const rows = [rowsOf(SHAPES.usual, 400, chance), rowsOf(SHAPES.even, 400, chance)] as const;
    found += called(...rows, 4, String(pair));
  }
  expect(found / (20 * ROWS)).toBeGreaterThan(0.99);
});
