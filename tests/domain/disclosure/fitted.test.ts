import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitted } from "../../../domain/disclosure/fitted.ts";

const sumOf = (counts: readonly number[]) => counts.reduce((sum, one) => sum + one, 0);
const distance = (a: readonly number[], b: readonly number[]) =>
  sumOf(a.map((one, place) => (one - b[place]!) ** 2));

/** All ways to divide a whole among so many places. */
function* divisions(whole: number, places: number): Generator<number[]> {
  if (places === 1) {
    yield [whole];
    return;
  }
  for (let first = 0; first <= whole; first++) {
    for (const rest of divisions(whole - first, places - 1)) yield [first, ...rest];
  }
}

describe("fitted counts", () => {
  test.each([
    [
      [3, 0, 2, 5, 1],
      [3, 0, 2, 5, 1],
    ],
    [
      [-2, 4, 4, 4, 4],
      [0, 4, 4, 3, 3],
    ],
    [
      [-1, 1, 0, 0, 9],
      [0, 1, 0, 0, 8],
    ],
    [
      [-1, -1, -1, -1, 4],
      [0, 0, 0, 0, 0],
    ],
    [
      [-3, -1, 0, 2, 1],
      [0, 0, 0, 0, 0],
    ],
    [
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ],
    [
      [-5, 3, 3, 3, 3],
      [0, 2, 2, 2, 1],
    ],
  ])("of %j are %j", (measured, expected) => {
    expect(fitted(measured)).toEqual(expected);
  });

  test("are the nearest whole numbers from nought on with the same sum: all others are farther", () => {
    const measured = fc.array(fc.integer({ min: -6, max: 8 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(measured, (counts) => {
        const fit = fitted(counts);
        const whole = sumOf(counts);
        expect(sumOf(fit)).toBe(Math.max(0, whole));
        expect(Math.min(...fit)).toBeGreaterThanOrEqual(0);
        if (whole < 0) return;
        const own = distance(counts, fit);
        for (const other of divisions(whole, counts.length)) {
          expect(distance(counts, other)).toBeGreaterThanOrEqual(own);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("of large counts are found at once, and change what was measured by no more than it takes", () => {
    expect(fitted([-3, 4_000_000, 2_000_000, 5, 7])).toEqual([0, 4_000_000, 1_999_999, 4, 6]);
    const given = [-3, 5, 9];
    fitted(given);
    expect(given).toEqual([-3, 5, 9]);
  });
});
