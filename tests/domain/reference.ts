import { expect } from "vitest";

/** Holds a value against a reference of vectors.json, within the tolerance stated there. */
export const expectReference = (value: number | null | undefined, reference: number): void => {
  expect(value).toBeTypeOf("number");
  const tolerance = 1e-8 * Math.max(Math.abs(reference), Number.MIN_VALUE);
  expect(Math.abs(value! - reference), `${value} for ${reference}`).toBeLessThanOrEqual(
    reference === 0 ? 1e-12 : tolerance,
  );
};
