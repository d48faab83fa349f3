import { describe, expect, test } from "vitest";
import { releaseSchema } from "../../../domain/release/schema.ts";
import { nextRelease, releaseText } from "../../../domain/release/release.ts";
import { catalogue, decide, minutesLater, released, START, tallyOf } from "../counted.ts";
import vectors from "../vectors.json" with { type: "json" };

describe("the first release", () => {
  test.each([[{}], [{ public: 9 }], [{ expert: 9 }], [{ public: 9, expert: 9 }]])(
    "waits while every panel is below ten ballots: %j",
    (ballots) => {
      expect(decide(tallyOf(ballots))).toEqual({ wait: "too-few-changes" });
    },
  );

  test("waits below ten ballots even when a hundred changes were made to them", () => {
    expect(decide(tallyOf({ public: 9 }, { public: 100 }))).toEqual({ wait: "too-few-changes" });
  });

  test.each(["public", "expert"] as const)("is made at ten ballots of the %s panel", (panel) => {
    const other = panel === "public" ? "expert" : "public";
    const { release, basis } = released(tallyOf({ [panel]: 10, [other]: 9 }));
    expect(release.ballots).toEqual({ [panel]: 10, [other]: null });
    expect(release.madeIn).toEqual({ [panel]: 1, [other]: null });
    expect(release.recommendations[0]!.panels[panel].mean).toBe(4);
    expect(release.recommendations[0]!.panels[other].mean).toBeNull();
    expect(Object.keys(basis.panels)).toEqual([panel]);
    expect(basis.panels[panel]!.changed).toEqual([10, 10, 10]);
  });

  test("is number 1, with nothing before it, and says when and by which rules it was made", () => {
    expect(released(tallyOf({ public: 12 })).release).toMatchObject({
      consultation: "test-2026",
      release: 1,
      releasedAt: "2026-11-24T10:00:00.000Z",
      previous: null,
      simulated: false,
      rules: { disclosure: "standard", base: 10, roundTo: 5, minChanged: 10, minMinutes: 15 },
      ballots: { public: 10, expert: null },
      segments: [],
    });
  });

  test("says that simulated ballots are among those counted", () => {
    const input = {
      definition: catalogue,
      previous: undefined,
      at: START,
      countedUntil: undefined,
    };
    const made = nextRelease({ ...input, tally: tallyOf({ public: 10 }), simulated: true });
    expect(made).toHaveProperty("release.simulated", true);
  });
});

describe("the next release", () => {
  const first = released(tallyOf({ public: 20, expert: 10 }));
  const next = (tally: ReturnType<typeof tallyOf>, minutes = 15) =>
    decide(tally, { previous: first, at: minutesLater(minutes) });

  test("waits until minMinutes have gone by, and not a moment longer", () => {
    const many = tallyOf({ public: 100 });
    expect(next(many, 14.999)).toEqual({ wait: "too-soon" });
    expect(next(many, 15)).toHaveProperty("release.release", 2);
  });

  test("waits when fewer than minChanged changed in either panel, though in both together more", () => {
    expect(next(tallyOf({ public: 29, expert: 19 }))).toEqual({ wait: "too-few-changes" });
  });

  test("counts a revision as a change", () => {
    const revised = tallyOf({ public: 20, expert: 10 }, { public: 30, expert: 10 });
    expect(next(revised)).toMatchObject({
      release: { madeIn: { public: 2, expert: 1 } },
      basis: { panels: { public: { changed: [30, 30, 30] }, expert: { changed: [10, 10, 10] } } },
    });
  });

  test("names the one before by its hash and goes on from its number", () => {
    expect(next(tallyOf({ public: 30 }))).toMatchObject({
      release: { release: 2, previous: "hash of 1" },
    });
  });

  test("repeats the figures of a panel in which too few changed, to the letter", () => {
    const { release, basis } = released(tallyOf({ public: 40, expert: 19 }), {
      previous: first,
      at: minutesLater(15),
    });
    expect(release.madeIn).toEqual({ public: 2, expert: 1 });
    expect(release.ballots).toEqual({ public: 40, expert: 10 });
    expect(basis.panels).toMatchObject({
      public: { changed: [40, 40, 40] },
      expert: { changed: [10, 10, 10] },
    });
    release.recommendations.forEach((one, index) => {
      expect(one.panels.expert).toEqual(first.release.recommendations[index]!.panels.expert);
    });
  });

  test("makes a panel anew when its changes since it was last made add up, over releases", () => {
    const second = released(tallyOf({ public: 40, expert: 19 }), {
      previous: first,
      at: minutesLater(15),
    });
    const third = released(tallyOf({ public: 40, expert: 20 }), {
      previous: second,
      at: minutesLater(30),
    });
    expect(third.release.madeIn).toEqual({ public: 2, expert: 3 });
    expect(third.basis.panels.expert!.changed).toEqual([20, 20, 20]);
  });

  test("repeats a panel that withdrawals have taken below ten", () => {
    const shrunk = tallyOf({ public: 40, expert: 5 }, { public: 40, expert: 100 });
    const { release } = released(shrunk, { previous: first, at: minutesLater(15) });
    expect(release.madeIn.expert).toBe(1);
    expect(release.ballots.expert).toBe(10);
  });
});

test("releases come at the changes at which the reference rule makes them", () => {
  let previous: ReturnType<typeof released> | undefined;
  const made = vectors.sdc.batch_release_b10.timeline.flatMap(([t = 0, changes = 0]) => {
    const tally = tallyOf({ public: changes });
    const options = { ...(previous && { previous }), at: minutesLater(60 * t) };
    if ("wait" in decide(tally, options)) return [];
    previous = released(tally, options);
    return [{ t, cum_changes: changes }];
  });
  expect(made).toEqual(vectors.sdc.batch_release_b10.releases);
});

test("the text of a release is JSON that reads back as the release, and fits its schema", () => {
  const { release } = released(tallyOf({ public: 20 }));
  expect(JSON.parse(releaseText(release))).toEqual(release);
  expect(releaseSchema.safeParse(release).data).toEqual(release);
  expect(releaseText(release)).toMatch(/\}\n$/);
});
