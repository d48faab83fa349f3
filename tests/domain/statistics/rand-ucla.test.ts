import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randUcla } from "../../../domain/statistics/rand-ucla.ts";
import { expectReference } from "../reference.ts";
import vectors from "../vectors.json" with { type: "json" };
import { histogramOf } from "./arbitrary.ts";

test.each(vectors.rand_ucla.cases)("RAND/UCLA of $id is the reference", ({ hist, type7 }) => {
  const found = randUcla(hist)!;
  expectReference(found.p30, type7.p30);
  expectReference(found.p70, type7.p70);
  expectReference(found.ipr, type7.IPR);
  expectReference(found.iprcp, type7.IPRCP);
  expectReference(found.ai, type7.AI);
  expectReference(found.ipras, type7.IPRAS);
  expectReference(found.di, type7.DI);
  expectReference(found.median, type7.median);
  expect(found.disagreement).toBe(type7.disagreement);
  expect(found.low).toBe(type7.n_1_3);
  expect(found.high).toBe(type7.n_7_9);
  expect(type7.classification).toContain(found.classification);
});

describe("RAND/UCLA", () => {
  test("does not exist without ratings, or on another scale", () => {
    expect(randUcla(Array<number>(9).fill(0))).toBeNull();
    expect(randUcla([1, 2, 3, 4, 5])).toBeNull();
    expect(randUcla([1, 2, 3, 4, 5, 6, 7])).toBeNull();
  });

  test("takes percentiles of type 7, which a small panel shows", () => {
    expect(randUcla([1, 0, 0, 1, 1, 1, 2, 2, 1])!.di.toFixed(3)).toBe("0.478");
  });

  test("of one answer, or all equal, sees no disagreement", () => {
    for (const count of [1, 500]) {
      const found = randUcla(Array<number>(9).fill(0).with(2, count))!;
      expect(found).toMatchObject({ di: 0, disagreement: false, median: 3, classification: "low" });
    }
  });

  test.each([
    [3, "low"],
    [3.5, "uncertain"],
    [4, "uncertain"],
    [6, "uncertain"],
    [6.5, "high"],
    [7, "high"],
  ])("classes a median of %f as %s", (median, classification) => {
    const histogram = Array<number>(9).fill(0);
    histogram[Math.floor(median) - 1]! += 5;
    histogram[Math.ceil(median) - 1]! += 5;
    expect(randUcla(histogram)).toMatchObject({ median, classification });
  });

  test("calls a panel uncertain that disagrees, whatever its median", () => {
    expect(randUcla([5, 0, 0, 0, 0, 0, 0, 0, 7])).toMatchObject({
      median: 9,
      disagreement: true,
      classification: "uncertain",
    });
  });

  test("turns with the scale", () => {
    fc.assert(
      fc.property(histogramOf(1, 9), (histogram) => {
        const [found, turned] = [randUcla(histogram)!, randUcla(histogram.toReversed())!];
        expect(turned.di).toBeCloseTo(found.di, 9);
        expect(turned.disagreement).toBe(found.disagreement);
        expect([turned.low, turned.high]).toEqual([found.high, found.low]);
        expect(turned.median).toBe(10 - found.median);
      }),
    );
  });
});
