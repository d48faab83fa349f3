import { describe, expect, test } from "vitest";
import { type ComparedPanel, wavesOf } from "../../../domain/release/waves.ts";
import { gap } from "../../../domain/statistics/gap.ts";
import { differenceInterval, unpairedTest } from "../../../domain/statistics/unpaired.ts";
import { POLICIES } from "../../../domain/disclosure/policy.ts";
import { expectReference } from "../reference.ts";
import vectors from "../vectors.json" with { type: "json" };
import { catalogue, QUIET } from "../counted.ts";
import { wave } from "./two-waves.ts";

const LOW = [10, 20, 30, 25, 15];
const HIGH = [4, 6, 15, 40, 35];

const compared = ({ compared: one }: ComparedPanel) => {
  if ("because" in one) throw new Error(`not compared: ${one.because}`);
  return one;
};
const because = ({ compared: one }: ComparedPanel) => ("because" in one ? one.because : undefined);

const THEN = wave({ rows: [LOW, LOW] });

describe("two waves", () => {
  test("stand side by side with the figures of their releases", () => {
    const now = wave({ id: "now", rows: [HIGH, LOW] });
    const pairs = wavesOf(THEN, now);
    expect(pairs.map(({ code }) => code)).toEqual(["R1", "R2"]);
    expect(pairs[0]!.panels.public.earlier).toBe(THEN.release.recommendations[0]!.panels.public);
    expect(pairs[0]!.panels.public.later).toBe(now.release.recommendations[0]!.panels.public);
  });

  test("have the gap of the reference between their counts, above 0 where it rose", () => {
    const { delta, delta_lo, delta_hi } = vectors.gap_two_histograms.cases.find(
      ({ hx, hy }) => String(hx) === String(HIGH) && String(hy) === String(LOW),
    )!;
    const [rose, stayed] = wavesOf(THEN, wave({ id: "now", rows: [HIGH, LOW] }));
    const found = compared(rose!.panels.public);
    expect(found.delta).toBeCloseTo(delta, 2);
    expect(found.interval[0]).toBeLessThanOrEqual(delta_lo);
    expect(found.interval[1]).toBeGreaterThanOrEqual(delta_hi);
    expect(found).toMatchObject({ differs: true, size: "medium", means: { difference: 0.81 } });
    const same = compared(stayed!.panels.public);
    expect(same).toMatchObject({ differs: false, delta: 0, means: { difference: 0 } });
  });

  test("are told apart by no more than what was corrected over both panels and the whole list", () => {
    const slight = [6, 15, 25, 32, 22];
    const single = wavesOf(wave({ rows: [LOW] }), wave({ id: "now", rows: [slight] }));
    const found = compared(single[0]!.panels.public);
    expect(found.delta).toBeGreaterThan(0.147);
    expect(found.differs).toBe(true);
    const rows = [LOW, LOW, LOW];
    const listed = wavesOf(
      wave({ rows, experts: rows }),
      wave({ id: "now", rows: [slight, LOW, LOW], experts: rows }),
    );
    expect(compared(listed[0]!.panels.public).differs).toBe(false);
    expect(compared(listed[0]!.panels.expert).differs).toBe(false);
  });

  test("do not differ by what is certain and negligible", () => {
    const many = (points: readonly number[]) => points.map((count) => count * 200);
    const slightly = [900, 1_900, 2_900, 2_700, 1_600].map((count) => count * 2);
    const found = compared(
      wavesOf(wave({ rows: [many(LOW)] }), wave({ id: "now", rows: [slightly] }))[0]!.panels.public,
    );
    expect(gap(slightly, many(LOW))!.p).toBeLessThan(0.001);
    expect(found).toMatchObject({ size: "negligible", differs: false });
  });

  test("are compared only where both are final: looking again and again finds a difference", () => {
    for (const [then, now] of [
      [true, false],
      [false, true],
    ]) {
      const [pair] = wavesOf(
        wave({ rows: [LOW], final: then! }),
        wave({ id: "now", rows: [HIGH], final: now! }),
      );
      expect(because(pair!.panels.public)).toBe("not-final");
    }
  });

  test("are not compared where a figure is hidden, whichever policy hides it, nor of too few", () => {
    const few = [1, 2, 3, 2, 1];
    const some = few.map((count) => 3 * count);
    const atRisk = { ...POLICIES["at-risk"], sigma: 0 };
    const hidden = [
      [wave({ rows: [few] }), "hidden"],
      [wave({ rows: [few.map((count) => 2 * count)] }), "too-few"],
      [wave({ rows: [some], policy: atRisk }), "hidden"],
    ] as const;
    for (const [then, why] of hidden) {
      const pair = wavesOf(then, wave({ id: "now", rows: [HIGH] }))[0]!;
      expect(because(pair.panels.public)).toBe(why);
      expect(because(pair.panels.expert)).toBe("hidden");
      expect(because(wavesOf(wave({ rows: [HIGH] }), { ...then })[0]!.panels.public)).toBe(why);
    }
  });

  test("of which noise drowns the number of ratings are not compared", () => {
    const atRisk = { policy: POLICIES["at-risk"] };
    const rows = [HIGH.map((count) => Math.round(count * 0.6))];
    const pair = wavesOf(wave({ rows, ...atRisk }), wave({ id: "now", rows, ...atRisk }))[0]!;
    expect(pair.panels.public.earlier.mean).not.toBeNull();
    expect(because(pair.panels.public)).toBe("too-few");
  });

  test("are wider by the noise", () => {
    const width = (policy: typeof QUIET) => {
      const [low, high] = compared(
        wavesOf(wave({ rows: [HIGH], policy }), wave({ id: "now", rows: [HIGH], policy }))[0]!
          .panels.public,
      ).means.interval;
      return high - low;
    };
    expect(width(POLICIES.standard)).toBeGreaterThan(width(QUIET) + 0.05);
  });
});

describe("the wording", () => {
  const [one] = catalogue.recommendations;
  const [original, other] = catalogue.languages;
  const worded = (change: object) =>
    wavesOf(
      wave({ rows: [LOW], change: { recommendations: [{ ...one!, code: "R1" }] } }),
      wave({
        id: "now",
        rows: [HIGH],
        change: { recommendations: [{ ...one!, code: "R1", ...change }] },
      }),
    )[0]!;

  test.each([
    ["title", { title: { ...one!.title, [original!]: "Another" } }],
    ["statement", { statement: { ...one!.statement, [original!]: "Another." } }],
    ["measures", { measures: [...one!.measures, { [original!]: "One more" }] }],
    ["number of measures", { measures: [] }],
    ["addressee", { addressee: "another" }],
  ])("with another %s is not compared", (_, change) => {
    const pair = worded(change);
    expect(because(pair.panels.public)).toBe("wording-changed");
    expect(pair.retranslated).toEqual([]);
  });

  test("in another original is another", () => {
    const swapped = { languages: [other!, original!] };
    const pair = wavesOf(
      wave({ rows: [LOW] }),
      wave({ id: "now", rows: [LOW], change: { ...swapped } }),
    )[0]!;
    expect(because(pair.panels.public)).toBe("wording-changed");
  });

  test("that was only translated anew is compared, and its languages are named", () => {
    const pair = worded({ title: { ...one!.title, [other!]: "Anders" } });
    expect(pair.retranslated).toEqual([other]);
    expect(compared(pair.panels.public).differs).toBe(true);
  });

  test("of a code that only one wave has is in neither list", () => {
    const now = wave({ id: "now", rows: [HIGH, HIGH, HIGH] });
    expect(wavesOf(THEN, now).map(({ code }) => code)).toEqual(["R1", "R2"]);
  });
});

describe("a difference of means", () => {
  // Of HIGH and LOW. scipy 1.17.1: ttest_ind(…, equal_var=False).confidence_interval(0.95).
  const [a, b] = [
    { mean: 3.96, variance: 0.011094949494949493, df: 99, noise: 0 },
    { mean: 3.15, variance: 0.014419191919191925, df: 99, noise: 0 },
  ];

  test("has Welch's interval, and lies in it with noise as well", () => {
    const [low, high] = differenceInterval(a, b);
    expectReference(low, 0.49497387241036);
    expectReference(high, 1.12502612758964);
    expectReference(unpairedTest(a, b).p, 9.185266865916627e-7);
    const noisy = differenceInterval({ ...a, noise: 0.02 }, b);
    expect(noisy[0]).toBeLessThan(low);
    expect(noisy[1]).toBeGreaterThan(high);
  });

  test("holds 0 exactly where the test says nothing", () => {
    for (const mean of [3.15, 3.3, 3.4, 3.45, 3.5, 3.6, 4]) {
      const [low, high] = differenceInterval({ ...a, mean }, b);
      expect(low <= 0 && high >= 0).toBe(unpairedTest({ ...a, mean }, b).p >= 0.05);
    }
  });

  test("without any variance is itself", () => {
    const sure = { mean: 2, variance: 0, df: 3, noise: 0 };
    expect(differenceInterval(sure, { ...sure, mean: 1 })).toEqual([1, 1]);
  });
});
