import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { billOf } from "../../../domain/cost/bill.ts";
import listed from "../../../domain/cost/prices.json" with { type: "json" };
import { readPrices } from "../../../domain/cost/prices.ts";
import type { Load } from "../../../domain/cost/usage.ts";

const read = readPrices(listed);
if ("faults" in read) throw new Error(JSON.stringify(read.faults));
const { prices } = read;

const NOTHING: Load = { ballots: 0, visits: 0, consultations: 1, months: 1 };
const bill = (more: Partial<Load>) => billOf({ ...NOTHING, ...more }, prices);
const line = (more: Partial<Load>, priced: string) =>
  bill(more).lines.find((one) => one.priced === priced);

test("a line is its quantity less what is free, times its price; the sums are those of the lines", () => {
  const { lines, within, beyond, causes } = bill({ ballots: 1_000_000, visits: 3_000_000 });
  for (const { priced, quantity, ...sums } of lines) {
    const { price, per, free = 0 } = { free: 0, ...prices.prices[priced] };
    expect(sums.beyond).toBeCloseTo((quantity * price) / per, 9);
    expect(sums.within).toBeCloseTo((Math.max(0, quantity - free) * price) / per, 9);
  }
  const sum = (of: "within" | "beyond") => lines.reduce((all, one) => all + one[of], 0);
  expect(within).toBeCloseTo(sum("within"), 9);
  expect(beyond).toBeCloseTo(sum("beyond"), 9);
  expect(Object.values(causes).reduce((a, b) => a + b)).toBeCloseTo(beyond, 9);
});

test("what is free is so each month", () => {
  const [one, three] = [1, 3].map((months) => line({ visits: 0, months }, "dynamodb-streams")!);
  expect(three!.within).toBeCloseTo(3 * one!.within, 9);
});

test("more of anything never costs less, and nothing costs less than within", () => {
  const count = fc.nat({ max: 5_000_000 });
  const load = fc.record({
    ballots: count,
    visits: count,
    consultations: fc.integer({ min: 1, max: 100 }),
    months: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(load, fc.constantFrom("ballots", "visits", "consultations"), (one, name) => {
      const [less, more] = [bill(one), bill({ ...one, [name]: one[name] * 2 + 1 })];
      expect(less.within).toBeLessThanOrEqual(less.beyond + 1e-9);
      // A ballot more is a visit to results less: of all visits it is one to rate.
      if (name !== "ballots") expect(more.beyond).toBeGreaterThanOrEqual(less.beyond - 1e-9);
    }),
    { numRuns: 200 },
  );
});

describe("what it costs, in dollars", () => {
  /** The most that it may come to, within what is free each month, and beyond. */
  test.each<[string, Partial<Load>, within: number, beyond: number]>([
    ["a million ballots, each of one visit", { ballots: 1_000_000, visits: 1_000_000 }, 4, 10],
    ["a hundred open consultations, of which one is paid already", { consultations: 100 }, 15, 15],
  ])("%s, besides a month without anybody", (name, load, within, beyond) => {
    const [more, idle] = [bill(load), bill({})];
    const sums = { within: more.within - idle.within, beyond: more.beyond - idle.beyond };
    process.stdout.write(
      `${name}: $${sums.within.toFixed(2)}, $${sums.beyond.toFixed(2)} beyond\n`,
    );
    expect(sums.within).toBeLessThanOrEqual(within);
    expect(sums.beyond).toBeLessThanOrEqual(beyond);
  });

  test("a month without anybody", () => {
    const { within, beyond } = bill({});
    expect(within).toBeLessThanOrEqual(1.5);
    process.stdout.write(`idle: $${within.toFixed(2)}, $${beyond.toFixed(2)} beyond\n`);
    // Alarms, their metrics and the dashboard are most of it.
    expect(beyond).toBeLessThanOrEqual(9);
  });

  test("a ballot is one write unit", () => {
    const writes = (ballots: number) => line({ ballots }, "dynamodb-writes")!.quantity;
    // Counting them has its own, at most once a minute.
    expect(writes(2_000_000) - writes(1_000_000)).toBe(1_000_000);
  });
});
