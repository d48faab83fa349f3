import fc from "fast-check";
import { expect, test } from "vitest";
import { cellNoise, NOISE_TABLE, noisyCount } from "../../../domain/disclosure/cell-key.ts";
import { expectReference } from "../reference.ts";
import vectors from "../vectors.json" with { type: "json" };

const { cell_key } = vectors.sdc;

test("the table is the reference's, and its variance is 3", () => {
  expect(NOISE_TABLE.map(({ noise }) => noise)).toEqual(cell_key.values);
  NOISE_TABLE.forEach(({ probability }, place) => expectReference(probability, cell_key.p[place]!));
  const variance = NOISE_TABLE.reduce(
    (sum, { noise, probability }) => sum + noise ** 2 * probability,
    0,
  );
  expectReference(variance, cell_key.V);
});

test.each(cell_key.lookup)("the key $cell_key looks up the noise $noise", (one) => {
  expect(cellNoise(one.cell_key)).toBe(one.noise);
});

test("over all keys the noise is as frequent as the table says, and adds nothing on average", () => {
  const noises = Array.from({ length: 256 }, (_, key) => noisyCount(100, key) - 100);
  expect(noises.reduce((sum, noise) => sum + noise, 0)).toBe(0);
  for (const { noise, probability } of NOISE_TABLE) {
    const seen = noises.filter((one) => one === noise).length / 256;
    expect(Math.abs(seen - probability)).toBeLessThan(1 / 256);
  }
});

test("an empty cell stays empty, no count goes below nothing, and the noise is at most five", () => {
  fc.assert(
    fc.property(fc.nat({ max: 2000 }), fc.nat({ max: 255 }), (count, key) => {
      const noisy = noisyCount(count, key);
      expect(noisy).toBeGreaterThanOrEqual(0);
      expect(Math.abs(noisy - count)).toBeLessThanOrEqual(5);
      if (count === 0) expect(noisy).toBe(0);
      expect(noisyCount(count, key)).toBe(noisy);
    }),
  );
});
