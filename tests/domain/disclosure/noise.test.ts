import { describe, expect, test } from "vitest";
import { noiseVariance, tableNoise } from "../../../domain/disclosure/noise.ts";
import { coefficients, growth, sensitivity } from "../../../domain/disclosure/sensitivity.ts";
import { noiseBytes } from "../../../functions/jobs/noise-bytes.ts";
import { secretOf } from "../attack/published.ts";

const bytes = noiseBytes(secretOf("noise"), "consultation");
const MANY = 40_000;
const OF = 4;
const releases = [1, 2, 3, 4].map((release) =>
  tableNoise(bytes, "table", MANY, 2.5, { release, of: OF }),
);

const product = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let place = 0; place < a.length; place++) sum += a[place]! * b[place]!;
  return sum / a.length;
};
/** Five standard errors of a mean product of normal numbers with these variances and covariance. */
const slack = (a: number, b: number, covariance: number, many = MANY): number =>
  5 * Math.sqrt((a * b + covariance ** 2) / many);

describe("the noise of a table", () => {
  test("has mean nought and the variance that is said of its newest count", () => {
    releases.forEach((noise, index) => {
      const turn = { release: index + 1, of: OF };
      const variance = 2.5 ** 2 * sensitivity(OF) * growth(index + 1);
      expect(noiseVariance(2.5, turn)).toBeCloseTo(variance, 10);
      const mean = product(noise, new Int32Array(MANY).fill(1));
      expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(variance / MANY));
      // Rounding to whole numbers adds a twelfth.
      expect(Math.abs(product(noise, noise) - variance - 1 / 12)).toBeLessThan(
        slack(variance, variance, variance),
      );
    });
  });

  test("is as alike from release to release as the square-root matrix makes it", () => {
    const b = coefficients(OF);
    const whole = 2.5 ** 2 * sensitivity(OF);
    releases.forEach((early, t) => {
      releases.slice(t + 1).forEach((late, later) => {
        let expected = 0;
        for (let k = 0; k <= t; k++) expected += whole * b[k]! * b[k + later + 1]!;
        const [a, c] = [whole * growth(t + 1), whole * growth(t + later + 2)];
        expect(Math.abs(product(early, late) - expected)).toBeLessThan(slack(a, c, expected));
      });
    });
  });

  test("is as a normal distribution has it: so many beyond one, two and three deviations", () => {
    const [noise] = releases;
    const deviation = Math.sqrt(noiseVariance(2.5, { release: 1, of: OF }) + 1 / 12);
    // Between whole numbers, as they were rounded: to half a count beyond.
    const beyond = (limit: number) => noise!.filter((one) => Math.abs(one) > limit).length / MANY;
    for (const [deviations, chance] of [
      [1, 0.3173],
      [2, 0.0455],
      [3, 0.0027],
    ] as const) {
      const limit = Math.round(deviations * deviation - 0.5) + 0.5;
      const exact = tailOf(limit / deviation);
      expect(Math.abs(beyond(limit) - exact)).toBeLessThan(5 * Math.sqrt(exact / MANY));
      expect(Math.abs(exact - chance)).toBeLessThan(0.1);
    }
  });

  test("is made of numbers that are not whole, and rounded once, at the end", () => {
    // A million times as much of the same shows the digits that rounding takes.
    const turn = { release: OF, of: OF };
    const fine = tableNoise(bytes, "table", MANY, 2.5e6, turn);
    const otherwise = releases[OF - 1]!.filter(
      (one, place) => one !== Math.round(fine[place]! / 1e6),
    );
    expect(otherwise.length / MANY).toBeLessThan(0.001);
  });

  test("is the same whenever it is asked for, byte for byte, and of another table another", () => {
    const again = tableNoise(bytes, "table", MANY, 2.5, { release: 3, of: OF });
    expect(again).toEqual(releases[2]);
    const turn = { release: 3, of: OF };
    for (const [drawn, table] of [
      [bytes, "table 2"],
      [noiseBytes(secretOf("noise"), "another"), "table"],
      [noiseBytes(secretOf("other"), "consultation"), "table"],
    ] as const) {
      const other = tableNoise(drawn, table, MANY, 2.5, turn);
      const variance = noiseVariance(2.5, turn);
      expect(Math.abs(product(other, again))).toBeLessThan(slack(variance, variance, 0));
    }
  });

  test("has nothing in common between rows, or between neighbouring counts", () => {
    const [noise] = releases;
    const variance = noiseVariance(2.5, { release: 1, of: OF });
    for (const lag of [1, 2, 7, 14]) {
      const shifted = noise!.subarray(lag);
      const same = noise!.subarray(0, MANY - lag);
      expect(Math.abs(product(same, shifted))).toBeLessThan(slack(variance, variance, 0));
    }
  });
});

/** The chance that a normal number lies farther from nought, by the series of the error function. */
function tailOf(z: number): number {
  let [term, sum] = [z, z];
  for (let k = 1; k < 60; k++) {
    term *= (-z * z) / (2 * k);
    sum += term / (2 * k + 1);
  }
  return 1 - (2 * sum) / Math.sqrt(2 * Math.PI);
}

describe("the bytes of noise", () => {
  test("begin alike, however many are asked for", () => {
    const long = bytes("table", 5_000);
    for (const many of [0, 1, 15, 16, 17, 4_999]) {
      expect(bytes("table", many)).toEqual(long.subarray(0, many));
    }
  });

  test("are others for each table, consultation and secret", () => {
    const texts = [
      bytes("table", 64),
      bytes("table/2", 64),
      noiseBytes(secretOf("noise"), "consultation-2")("table", 64),
      noiseBytes(secretOf("noise 2"), "consultation")("table", 64),
      // Neither name can run into the other.
      noiseBytes(secretOf("noise"), "consultation\0table")("", 64),
    ].map((one) => Buffer.from(one).toString("hex"));
    expect(new Set(texts).size).toBe(texts.length);
  });
});
