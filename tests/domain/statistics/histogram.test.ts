import { describe, expect, test } from "vitest";
import { highCount } from "../../../domain/statistics/high-share.ts";
import { mean, total } from "../../../domain/statistics/histogram.ts";
import { expectReference } from "../reference.ts";
import vectors from "../vectors.json" with { type: "json" };

describe.each(vectors.histograms)("the reference histogram $id", (reference) => {
  test("has the reference number of ratings", () => {
    expect(total(reference.hist)).toBe(reference.n);
  });

  test("has the reference mean", () => {
    expectReference(mean(reference.hist), reference.mean);
  });

  test("has the reference share of the two highest points", () => {
    expectReference(highCount(reference.hist) / reference.n, reference.high_share);
  });
});

describe("the mean", () => {
  test("of no ratings is not a number that could be shown", () => {
    expect(mean([0, 0, 0, 0, 0])).toBeNull();
  });

  test.each([1, 2, 3, 4, 5])("of one rating is that rating (%i)", (point) => {
    const histogram = [0, 0, 0, 0, 0].with(point - 1, 1);
    expect(mean(histogram)).toBe(point);
  });

  test("of equal ratings is that rating exactly", () => {
    expect(mean([0, 0, 0, 12_345, 0])).toBe(4);
  });
});
