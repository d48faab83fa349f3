import { describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation.ts";
import { type KeptRelease, nextRelease } from "../../../domain/release/release.ts";
import type { Tally } from "../../../domain/tally/tally.ts";
import { catalogue, cellOf, tallyOf } from "../counted.ts";

const CLOSES = "2026-12-31T18:00:00Z";
const closing: Consultation = { ...catalogue, closesAt: CLOSES };
const atRisk: Consultation = {
  ...closing,
  disclosure: "at-risk",
  release: { minChanged: 50, minMinutes: 1440 },
};

function decide(definition: Consultation, tally: Tally, at: string, previous?: KeptRelease) {
  const moment = new Date(at);
  return nextRelease({
    definition,
    tally,
    previous,
    simulated: false,
    at: moment,
    countedUntil: moment,
  });
}

function released(...given: Parameters<typeof decide>): KeptRelease {
  const decision = decide(...given);
  if ("wait" in decision) throw new Error(decision.wait);
  return { ...decision, hash: String(decision.release.release) };
}

/** A tally in which so many of a panel spread over the points, the same for each recommendation. */
function spreadOut(ballots: Partial<Record<"public" | "expert", number[]>>): Tally {
  const tally = tallyOf({});
  for (const panel of ["public", "expert"] as const) {
    const row = ballots[panel] ?? [];
    if (row.length > 0) tally.cells[panel] = cellOf([row, row, row]);
  }
  return tally;
}

describe("a consultation with an end", () => {
  test("gets one final release, which says so, and none after it", () => {
    const before = released(closing, tallyOf({ public: 40 }), "2026-12-01T00:00:00Z");
    expect(before.release.final).toBe(false);
    expect(before.release.rules.closesAt).toBe(CLOSES);
    const many = tallyOf({ public: 400 });
    expect(decide(closing, many, "2026-12-31T00:00:00Z", before)).toEqual({ wait: "last-day" });
    const final = released(closing, many, "2026-12-31T18:02:00Z", before);
    expect(final.release).toMatchObject({ final: true, release: 2, ballots: { public: 400 } });
    expect(decide(closing, tallyOf({ public: 900 }), "2027-01-05T00:00:00Z", final)).toEqual({
      wait: "closed",
    });
  });

  test("gets its final release though too little changed, with the figures it had", () => {
    const before = released(closing, tallyOf({ public: 40 }), "2026-12-01T00:00:00Z");
    const { release } = released(closing, tallyOf({ public: 44 }), "2027-01-01T00:00:00Z", before);
    expect(release).toMatchObject({ final: true, madeIn: { public: 1 }, ballots: { public: 40 } });
  });
});

describe("a small expert panel", () => {
  const seven = spreadOut({ public: [10, 10, 10, 10, 10], expert: [1, 0, 2, 3, 1] });
  const at = "2027-01-01T00:00:00Z";
  const bands = (definition: Consultation, when = at) =>
    released(definition, seven, when).release.recommendations[0]!.panels.expert.bands;

  test("is not shown", () => {
    expect(bands(closing)).toEqual([null, null, null]);
  });

  test("is shown in bands, at the end, when every member has agreed", () => {
    const agreed = { ...closing, smallPanelConsent: true as const };
    expect(bands(agreed)).toEqual([1, 2, 4]);
    expect(bands(agreed, "2026-12-01T00:00:00Z")).toEqual([null, null, null]);
  });

  test("is not shown among people at risk, agreed or not, up to twenty-nine", () => {
    const tally = spreadOut({ public: [40, 40, 40, 40, 40], expert: [5, 6, 6, 6, 6] });
    const { release } = released({ ...atRisk, smallPanelConsent: true as const }, tally, at);
    expect(release.ballots.expert).toBeNull();
    expect(release.hidden["ballots/expert"]).toBe("small-panel");
    expect(release.recommendations[0]!.panels.expert.bands).toEqual([null, null, null]);
  });
});

describe("a consultation among people at risk", () => {
  const tally = spreadOut({ public: [10, 20, 40, 80, 60] });
  tally.cells.public.keys.fill(128);

  test("shows nothing below a hundred ballots, and counts to the nearest ten", () => {
    const few = spreadOut({ public: [19, 20, 20, 20, 20] });
    expect(decide(atRisk, few, "2026-12-01T00:00:00Z")).toEqual({ wait: "too-few-changes" });
    const { release } = released(atRisk, tally, "2026-12-01T00:00:00Z");
    expect(release.ballots.public).toBe(210);
    expect(release.recommendations[0]!.panels.public.counts).toEqual([10, 20, 40, 80, 60]);
  });

  test("compares recommendations with each other only when it is closed, from two hundred on", () => {
    const range = (when: string, given = tally) => {
      const { panels } = released(atRisk, given, when).release.recommendations[0]!;
      return panels.public.rankRange ?? panels.public.hidden["rankRange"];
    };
    expect(range("2026-12-01T00:00:00Z")).toBe("after-close");
    expect(range("2027-01-01T00:00:00Z")).toEqual([1, 3]);
    const fewer = spreadOut({ public: [10, 20, 40, 70, 50] });
    fewer.cells.public.keys.fill(128);
    expect(range("2027-01-01T00:00:00Z", fewer)).toBe("too-few-to-compare");
  });

  test("makes every figure from counts with noise", () => {
    const noisy = spreadOut({ public: [10, 20, 40, 80, 60] });
    noisy.cells.public.keys.fill(255);
    const { release } = released(atRisk, noisy, "2026-12-01T00:00:00Z");
    // Each count is five more than it was.
    const shifted = released(
      { ...closing, release: atRisk.release },
      spreadOut({ public: [15, 25, 45, 85, 65] }),
      "2026-12-01T00:00:00Z",
    ).release.recommendations[0]!.panels.public;
    const figures = release.recommendations[0]!.panels.public;
    expect(figures.mean).toBe(shifted.mean);
    expect(figures.disagreement).toBe(shifted.disagreement);
    expect(figures.counts).toEqual([20, 30, 50, 90, 70]);
  });
});

describe("the gap", () => {
  const everyone = [30, 60, 120, 150, 140];
  const experts = [0, 1, 3, 10, 10];

  test("stands in a release in which only one of the panels is new", () => {
    const first = released(catalogue, spreadOut({ public: everyone }), "2026-12-01T00:00:00Z");
    expect(first.release.recommendations[0]!.gap).toBeNull();
    expect(first.release.recommendations[0]!.hidden["gap"]).toBe("small-panel");
    const both = spreadOut({ public: everyone, expert: experts });
    const second = released(catalogue, both, "2026-12-02T00:00:00Z", first);
    expect(second.release.madeIn).toEqual({ public: 1, expert: 2 });
    expect(second.release.recommendations[0]!.gap).toMatchObject({ size: "small", differs: true });
    expect(second.release.recommendations[0]!.consensus).toBe("high");
  });

  test("uses of the older panel what was shown of it, not what came since", () => {
    const both = spreadOut({ public: everyone, expert: experts });
    const first = released(catalogue, both, "2026-12-01T00:00:00Z");
    const later = spreadOut({ public: [...everyone.slice(0, 4), 400], expert: [9, 1, 3, 10, 10] });
    const next = released(catalogue, later, "2026-12-02T00:00:00Z", first);
    expect(next.release.madeIn).toEqual({ public: 2, expert: 1 });
    const same = released(
      catalogue,
      spreadOut({ public: [...everyone.slice(0, 4), 400], expert: experts }),
      "2026-12-02T00:00:00Z",
    );
    expect(next.release.recommendations[0]!.gap).toEqual(same.release.recommendations[0]!.gap);
  });
});
