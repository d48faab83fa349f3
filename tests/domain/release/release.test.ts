import { describe, expect, test } from "vitest";
import { POLICIES } from "../../../domain/disclosure/policy.ts";
import { releaseText } from "../../../domain/release/release.ts";
import { total } from "../../../domain/statistics/histogram.ts";
import { alike, catalogue, cellOf, figuresOf, kept, make, QUIET, START } from "../counted.ts";

describe("a release", () => {
  test("says what it is, when, by which rules, and how it is protected", () => {
    const release = make({ cells: { public: alike(0, 0, 0, 60) }, turn: 2 });
    expect(release).toMatchObject({
      consultation: "test-2026",
      release: 1,
      releasedAt: START.toISOString(),
      previous: null,
      final: false,
      simulated: false,
      method: 2,
      rules: {
        disclosure: "standard",
        base: 10,
        sharesFrom: 50,
        expertsExact: false,
        schedule: { every: "week", startsAt: START.toISOString(), turn: 2, releases: 6 },
        milestone: { turn: 0, of: 1 },
        protection: { sigma: 2.5, promised: true, groups: null },
        closesAt: catalogue.closesAt,
      },
      segments: [],
    });
    const { ratings, first } = release.rules.protection;
    expect(ratings.public).toBe(ratings.expert);
    // A tenth of the budget is for first choices, so their noise is three times as wide.
    expect(first.public / ratings.public).toBeCloseTo(3, 2);
  });

  test("goes on from the one before: its number, its hash", () => {
    const previous = kept({ cells: { public: alike(0, 0, 0, 60) } });
    const next = make({ cells: { public: alike(0, 0, 0, 70) }, previous, turn: 2, final: true });
    expect(next).toMatchObject({ release: 2, previous: previous.hash, final: true });
  });

  test("says whether simulated ballots are among those counted", () => {
    expect(make({ simulated: true }).simulated).toBe(true);
  });

  test("is made of noise alone where nobody has answered, and is sure of nothing", () => {
    for (let seed = 0; seed < 50; seed++) {
      const { measured, highShare, leaning } = figuresOf(make({ seed }));
      expect(measured).toHaveLength(7);
      expect(measured.some((count) => count !== 0)).toBe(true);
      expect([highShare, leaning ?? "unclear"]).toEqual([null, "unclear"]);
    }
  });

  test("has other noise by another secret, and in another release of the plan", () => {
    const measured = (turn: number, seed: number) => figuresOf(make({ turn, seed })).measured;
    expect(measured(1, 1)).toEqual(measured(1, 1));
    expect(measured(1, 1)).not.toEqual(measured(1, 2));
    expect(measured(1, 1)).not.toEqual(measured(2, 1));
  });

  test("counts in every ballot, with noise of the deviation that it says", () => {
    const row = [100, 200, 300, 400, 500, 60, 70];
    const deviations: number[] = [];
    let said = 0;
    for (let seed = 0; seed < 100; seed++) {
      const release = make({ cells: { public: alike(...row) }, seed, turn: 4 });
      said = release.rules.protection.ratings.public;
      for (const place of [0, 1, 2]) {
        const { measured } = figuresOf(release, "public", place);
        deviations.push(...measured.map((count, bin) => count - row[bin]!));
      }
    }
    const spread = Math.sqrt(total(deviations.map((one) => one * one)) / deviations.length);
    // 2,100 draws: within five deviations of the estimate.
    expect(Math.abs(spread / said - 1)).toBeLessThan(5 / Math.sqrt(2 * deviations.length));
    expect(Math.abs(total(deviations) / deviations.length)).toBeLessThan(
      (5 * said) / Math.sqrt(deviations.length),
    );
  });
});

describe("a demonstration", () => {
  const definition = { ...catalogue, release: { every: "demonstration" as const } };

  test("says so, promises nothing, and has noise of its own in every release", () => {
    const [one, other] = [1, 2].map((turn) => make({ definition, turn }));
    expect(one!.rules.schedule.every).toBe("demonstration");
    expect(one!.rules.protection).toMatchObject({ promised: false, sensitivity: 1 });
    expect(one!.rules.protection).toEqual(other!.rules.protection);
    expect(figuresOf(one!).measured).not.toEqual(figuresOf(other!).measured);
  });
});

describe("an expert panel that is published exactly", () => {
  const definition = { ...catalogue, experts: "exact" as const };
  const panel = (...row: number[]) =>
    make({ definition, cells: { public: alike(0, 0, 0, 90), expert: alike(...row) } });

  test.each([1, 2])(
    "of %i is not told in any figure, not in its measured counts either",
    (count) => {
      const release = panel(0, 0, 0, count);
      const { measured, firstMeasured, ...figures } = figuresOf(release, "expert");
      expect([measured, firstMeasured]).toEqual([[], null]);
      expect(release.ballots.expert).toBeNull();
      expect(release.choosers.expert).toBeNull();
      expect(new Set(Object.values(figures.hidden))).toEqual(new Set(["small-panel"]));
      expect(release.recommendations[0]).toMatchObject({ gap: null, consensus: null });
      // A panel of another size looks the same but for that.
      expect(figuresOf(panel(0, 0, count), "expert")).toEqual({
        measured,
        firstMeasured,
        ...figures,
      });
    },
  );

  test("of three is told as it is, in shares too; ranks take ten", () => {
    const release = panel(0, 0, 0, 1, 2);
    expect(figuresOf(release, "expert")).toMatchObject({
      measured: [0, 0, 0, 1, 2, 0, 0],
      rated: 3,
      counts: [0, 0, 0, 1, 2],
      highShare: 1,
      rank: null,
      hidden: { rank: "too-few-to-compare" },
    });
    expect(release.ballots.expert).toBe(3);
    expect(release.rules.protection.ratings.expert).toBe(0);
    expect(release.rules.protection.ratings.public).toBeGreaterThan(0);
  });

  test("of thirteen says 12 of 13 as 92 %, and agrees by the share that it shows", () => {
    const release = panel(1, 0, 0, 6, 6);
    expect(figuresOf(release, "expert")).toMatchObject({ rated: 13, highShare: 0.92, rank: 1 });
    expect(release.recommendations[0]!.consensus).toBe("high");
    expect(panel(0, 3, 1, 5, 4).recommendations[0]!.consensus).toBe("none");
    expect(release.recommendations[0]!.gap).not.toBeNull();
  });
});

describe("an expert panel that is protected like the public", () => {
  test("of thirty to forty-nine among people at risk is told in words and bands", () => {
    const definition = { ...catalogue, disclosure: "at-risk" as const };
    for (const count of [30, 40, 49]) {
      const cells = { expert: alike(0, 0, 0, 0, count) };
      const policy = { ...POLICIES["at-risk"], sigma: 0 };
      const figures = figuresOf(make({ definition, cells, policy }), "expert");
      expect(figures).toMatchObject({
        rated: count,
        mean: 5,
        bands: [0, 0, count],
        leaning: "most-high",
        highShare: null,
        hidden: { highShare: "words-only", "counts/4": "words-only" },
      });
    }
  });
});

test("the whole is the sum of what is published: two releases that measured the same say the same", () => {
  const rows = [
    [3, 8, 20, 30, 9, 5, 1],
    [9, 9, 30, 10, 10, 5, 3],
    [0, 0, 0, 40, 30, 3, 3],
  ];
  const noisy = make({ cells: { public: cellOf(rows) }, seed: 9 });
  const measured = noisy.recommendations.map(({ panels }) => panels.public.measured);
  const again = make({ cells: { public: cellOf(measured) }, policy: QUIET });
  const counts = (release: typeof noisy) =>
    release.recommendations.map(({ panels }) => [panels.public.measured, panels.public.bands]);
  expect(counts(again)).toEqual(counts(noisy));
  expect(releaseText(again)).not.toBe(releaseText(noisy));
});
