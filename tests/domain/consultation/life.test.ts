import { describe, expect, test } from "vitest";
import {
  afterStep,
  NEW_LIFE,
  type PublishedConsultation,
  refusalAt,
  stageAt,
  STAGES,
  STEPS,
  stepsAt,
} from "../../../domain/consultation/life.ts";
import { definition } from "./definition.ts";

const at = (iso: string) => new Date(iso);
const NOON = at("2027-01-02T12:00:00Z");
const published = (more: object = {}, life: object = {}): PublishedConsultation => ({
  definition: { ...definition(), ...more },
  life: { ...NEW_LIFE, ...life },
});

describe("where a consultation stands", () => {
  test.each([
    ["draft", undefined],
    ["scheduled", published({ opensAt: "2027-01-02T12:00:00.001Z" })],
    ["open", published({ opensAt: "2027-01-02T12:00:00Z" })],
    ["open", published()],
    ["paused", published({}, { paused: true })],
    ["closed", published({ closesAt: "2027-01-02T12:00:00Z" }, { paused: true })],
    ["archived", published({ closesAt: "2027-01-01T00:00:00Z" }, { archived: true })],
  ] as const)("%s", (stage, one) => {
    expect(stageAt(one, NOON)).toBe(stage);
  });

  test("opens and closes on time, by the clock alone", () => {
    const one = published({ opensAt: "2027-01-03T00:00:00Z", closesAt: "2027-01-05T00:00:00Z" });
    const moments = ["2027-01-02T23:59:59Z", "2027-01-03T00:00:00Z", "2027-01-05T00:00:00Z"];
    expect(moments.map((moment) => stageAt(one, at(moment)))).toEqual([
      "scheduled",
      "open",
      "closed",
    ]);
    expect(moments.map((moment) => refusalAt(one, at(moment)))).toEqual([
      "consultation-not-open",
      undefined,
      "consultation-closed",
    ]);
  });

  test("a paused one takes no ballots", () => {
    expect(refusalAt(published({}, { paused: true }), NOON)).toBe("consultation-paused");
  });
});

describe("the steps", () => {
  test("of every stage", () => {
    const closes = { closesAt: "2027-01-01T00:00:00Z" };
    const all = {
      draft: stepsAt(undefined, NOON),
      scheduled: stepsAt(published({ opensAt: "2027-02-01T00:00:00Z" }), NOON),
      open: stepsAt(published(), NOON),
      paused: stepsAt(published({}, { paused: true }), NOON),
      closed: stepsAt(published(closes), NOON),
      archived: stepsAt(published(closes, { archived: true }), NOON),
    };
    expect(all).toEqual({
      draft: ["schedule", "open"],
      scheduled: ["unschedule", "open"],
      open: ["pause", "correct", "close"],
      paused: ["resume", "correct", "close"],
      closed: ["archive"],
      archived: ["restore"],
    });
    expect(Object.keys(all)).toEqual([...STAGES]);
  });

  test("that can be taken back name the one that does it", () => {
    for (const { undo, to } of Object.values(STEPS)) {
      if (undo === undefined) continue;
      expect((STEPS[undo].from as readonly unknown[]).includes(to)).toBe(true);
    }
  });

  test("in the last minute before opening nothing is taken back", () => {
    expect(stepsAt(published({ opensAt: "2027-01-02T12:00:30Z" }), NOON)).toEqual([]);
  });

  test("opening at once says so in the definition", () => {
    const opened = afterStep("open", undefined, definition(), NOON);
    expect(opened).toEqual(published({ opensAt: NOON.toISOString() }));
    expect(stageAt(opened, NOON)).toBe("open");
  });

  test("scheduling needs a time ahead; nothing opens that is over within a day", () => {
    const ahead = { ...definition(), opensAt: "2027-02-01T00:00:00Z" };
    expect(afterStep("schedule", undefined, ahead, NOON)).toBeDefined();
    expect(afterStep("schedule", undefined, definition(), NOON)).toBeUndefined();
    const over = { ...definition(), closesAt: "2027-01-03T00:00:00Z" };
    expect(afterStep("open", undefined, over, NOON)).toBeUndefined();
  });

  test("closing takes a day, so that no ballot stands between two releases", () => {
    const closing = afterStep("close", published(), undefined, NOON)!;
    expect(closing.definition.closesAt).toBe("2027-01-03T12:00:00.000Z");
    expect(stepsAt(closing, at("2027-01-02T12:00:01Z"))).toEqual(["pause", "correct", "extend"]);
  });

  test("pause and resume lead back to where it was, and a step from elsewhere does nothing", () => {
    const paused = afterStep("pause", published(), undefined, NOON)!;
    expect(afterStep("resume", paused, undefined, NOON)).toEqual(published());
    expect(afterStep("resume", published(), undefined, NOON)).toBeUndefined();
    expect(afterStep("archive", published(), undefined, NOON)).toBeUndefined();
  });
});
