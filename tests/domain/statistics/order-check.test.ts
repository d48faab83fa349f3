import { describe, expect, test } from "vitest";
import { orderCheck } from "../../../domain/statistics/order-check.ts";
import { repeated } from "./repeated.ts";
import { seeded, shuffled } from "./seeded.ts";

const BLOCKS = [4, 14];

/**
 * The ratings by position of 3,000 people who see each block in an order of their own. Items are
 * rated by what they are worth; `raised` is the chance that one of the first third gets a point more.
 */
function ratedInOrder(raised: number, chance: () => number): number[][][] {
  const counted = BLOCKS.map((size) => Array.from({ length: size }, () => [0, 0, 0, 0, 0]));
  for (let person = 0; person < 3000; person++) {
    BLOCKS.forEach((size, block) => {
      const items = shuffled([...Array(size).keys()], chance);
      items.forEach((item, position) => {
        const worth = 1 + Math.floor(chance() * 3) + (item % 2);
        const early = position < Math.floor(size / 3) && chance() < raised;
        const rating = Math.min(5, worth + Number(early));
        if (chance() < 0.9) counted[block]![position]![rating - 1]! += 1;
      });
    });
  }
  return counted;
}

describe("the order check", () => {
  test.each([1, 2, 3, 4, 5])(
    "finds about 0 when the order is drawn by chance (seed %i)",
    (seed) => {
      const found = orderCheck(ratedInOrder(0, seeded(seed)))!;
      expect(Math.abs(found.difference)).toBeLessThan(0.06);
      expect(found.flagged).toBe(false);
    },
  );

  test("flags ratings that rise with an early position", () => {
    const found = orderCheck(ratedInOrder(0.3, seeded(1)))!;
    expect(found.difference).toBeCloseTo(0.3, 1);
    expect(found.flagged).toBe(true);
  });

  test("flags the other direction as well", () => {
    const turned = ratedInOrder(0.3, seeded(1)).map((block) => block.toReversed());
    expect(orderCheck(turned)).toMatchObject({ flagged: true });
    expect(orderCheck(turned)!.difference).toBeLessThan(-0.1);
  });

  test("does not compare one addressee with another", () => {
    const high = repeated(4, [0, 0, 0, 0, 90]);
    const low = repeated(14, [90, 0, 0, 0, 0]);
    expect(orderCheck([high, low])).toMatchObject({ difference: 0, flagged: false });
  });

  test("takes a third of the positions at each end, and weighs by their ratings", () => {
    // First third 5 and 4, last third 1: 4.5 against 1, four ratings. Block two: 3 against 2, twelve.
    const one = [
      [0, 0, 0, 0, 1],
      [0, 0, 0, 1, 0],
      [9, 0, 0, 0, 0],
      [9, 0, 0, 0, 0],
      [1, 0, 0, 0, 0],
      [1, 0, 0, 0, 0],
    ];
    const two = [
      [0, 0, 6, 0, 0],
      [0, 0, 0, 0, 50],
      [0, 6, 0, 0, 0],
    ];
    expect(orderCheck([one, two])).toEqual({
      first: (4 * 4.5 + 12 * 3) / 16,
      last: (4 * 1 + 12 * 2) / 16,
      difference: (4 * 3.5 + 12 * 1) / 16,
      flagged: true,
    });
  });

  test("leaves out a block too short to have ends, or with an end that nobody rated", () => {
    const short = [
      [0, 0, 0, 0, 9],
      [9, 0, 0, 0, 0],
    ];
    const halfEmpty = [
      [0, 0, 0, 0, 9],
      [9, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ];
    const even = repeated(3, [0, 4, 0, 0, 0]);
    expect(orderCheck([])).toBeNull();
    expect(orderCheck([[]])).toBeNull();
    expect(orderCheck([short, halfEmpty])).toBeNull();
    expect(orderCheck([short, halfEmpty, even])).toEqual({
      first: 2,
      last: 2,
      difference: 0,
      flagged: false,
    });
  });
});
