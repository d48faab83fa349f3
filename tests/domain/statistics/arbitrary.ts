import fc from "fast-check";

/** Any histogram that holds at least `least` answers, on five points unless told otherwise. */
export const histogramOf = (least: number, points = 5): fc.Arbitrary<number[]> =>
  fc
    .array(fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 2000 })), {
      minLength: points,
      maxLength: points,
    })
    .filter((histogram) => histogram.reduce((sum, count) => sum + count, 0) >= least);

/** The same on each of the scales that there are. */
export const onAnyScale = (least: number): fc.Arbitrary<number[]> =>
  fc.constantFrom(5, 7, 9).chain((points) => histogramOf(least, points));

/** p-values as they come out of tests: some alike, some at either end. */
export const pValues: fc.Arbitrary<number[]> = fc.array(
  fc.oneof(fc.constantFrom(0, 0.01, 0.05, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  { maxLength: 40 },
);
