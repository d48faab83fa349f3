import { describe, expect, test } from "vitest";
import { definition } from "../consultation/definition.ts";
import { acquaintances, movers } from "./crowd.ts";
import { anew, back, changed, changedTwice, kept, near, once, other } from "./says.ts";
import { attack, expectWithin, MOST, PRIORS } from "./scenario.ts";

/**
 * Somebody knows every ballot but one, adds as many as they like, and keeps every release. How much
 * more often than before is the best guess about a rating of that one right? At most 11 times in a
 * hundred, 6 among people at risk.
 */

describe("a rating of somebody who answers once", () => {
  test.each([
    [1, 1],
    [4, 1],
    [4, 2],
    [4, 4],
    [30, 1],
    [30, 30],
  ])("of %i releases, first in number %i, is kept", (releases, first) => {
    const gains = attack({ releases, at: [first], says: once });
    expectWithin(gains);
    expect(gains[0]!.guesses).toBeGreaterThanOrEqual(5_000);
  });

  test("is kept from who knows how people usually rate", () => {
    const usual = { prior: PRIORS.usual };
    expectWithin(attack({ releases: 1, at: [1], says: once }, usual), 0.06);
    expectWithin(attack({ releases: 4, at: [1], says: once }, usual), 0.06);
  });

  test("is no better known to who moves ballots of their own at every release", () => {
    const [still] = attack({ releases: 4, at: [2], says: once, crowd: acquaintances });
    const [moving] = attack({ releases: 4, at: [2], says: once, crowd: movers });
    expectWithin([moving!]);
    const error = Math.hypot(still!.error, moving!.error);
    expect(Math.abs(moving!.gain - still!.gain)).toBeLessThan(3 * error);
  });

  test.each([1, 4])(
    "among people at risk gains 6 of a hundred at most: %i releases",
    (releases) => {
      const definition = { disclosure: "at-risk" as const };
      expectWithin(attack({ releases, at: [1], says: once, definition }), MOST["at-risk"]);
    },
  );

  test("is kept in a panel of experts, of whom there are two", () => {
    const panel = "expert" as const;
    const crowd = () => [{ versions: [{ at: 1, ratings: "3".repeat(18), panel }] }];
    expectWithin(attack({ releases: 4, at: [1], says: once, besides: [{ panel }], crowd }));
  });
});

describe("a rating of somebody who changes it", () => {
  test.each([
    ["anew", anew],
    ["to another", other],
    ["by a point", near],
  ])("%s, the first and the second", (_, next) => {
    expectWithin(attack({ releases: 2, at: [1, 2], says: changed(next) }));
    expectWithin(attack({ releases: 4, at: [1, 3], says: changed(next) }));
  });

  test("twice, where the third waits for the last release", () => {
    expectWithin(attack({ releases: 4, at: [1, 2, 3], says: changedTwice(other) }));
  });

  test.each(["uniform", "usual"] as const)("and comes back to it (%s prior)", (name) => {
    const prior = PRIORS[name];
    expectWithin(attack({ releases: 4, at: [1, 3, 3], says: back(other) }, { prior }));
  });

  test("at the worst moment of thirty releases", () => {
    expectWithin(attack({ releases: 30, at: [1, 19], says: changed(other) }));
  });

  test("and comes back to it in the last of thirty", () => {
    expectWithin(attack({ releases: 30, at: [1, 17, 20], says: back(other) }));
  });
});

describe("a rating of somebody who", () => {
  test.each([2, 3, 4])("withdraws at release %i of 4", (withdrawn) => {
    expectWithin(attack({ releases: 4, at: [1], withdrawn, says: once }));
  });

  test("withdraws after a change", () => {
    expectWithin(attack({ releases: 4, at: [1, 2], withdrawn: 3, says: changed(other) }));
  });

  test("comes between the last live release and the last of all", () => {
    expectWithin(attack({ releases: 4, at: [4], says: once, crowd: movers }));
  });

  test("moves to the experts with it", () => {
    const besides = [{ panel: "public" as const }, { panel: "expert" as const }];
    expectWithin(attack({ releases: 2, at: [1, 2], says: kept(2), besides }));
    expectWithin(attack({ releases: 4, at: [1, 2], says: kept(2), besides }));
    const later = [besides[0]!, ...besides];
    expectWithin(attack({ releases: 4, at: [1, 3, 4], says: back(other), besides: later }));
  });

  test("says to do first what they rate 5, and nothing else ever", () => {
    const recommendations = definition().recommendations.slice(0, 1);
    const story = { releases: 1, at: [1], says: once, firstIsFive: true };
    const prior = PRIORS.fourOrFive;
    expectWithin(attack({ ...story, definition: { recommendations } }));
    expectWithin(attack({ ...story, definition: { recommendations } }, { prior }));
  });
});
