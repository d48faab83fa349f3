import fc from "fast-check";

/** Any histogram that holds at least `least` answers, on five points. */
export const histogramOf = (least: number): fc.Arbitrary<number[]> =>
  fc
    .array(fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 2000 })), {
      minLength: 5,
      maxLength: 5,
    })
    .filter((histogram) => histogram.reduce((sum, count) => sum + count, 0) >= least);
