import { describe, test } from "vitest";
import { POLICIES } from "../../../domain/disclosure/policy.ts";
import { BINS } from "../../../domain/ballot/rating.ts";
import { noiseBytes } from "../../../functions/jobs/noise-bytes.ts";
import { definition } from "../consultation/definition.ts";
import {
  averaging,
  difference,
  lowestOfAllRows,
  nobodyElse,
  wholeSteps,
  withoutOneNoise,
} from "./other-ways.ts";
import { asMeant, GUARD } from "./published.ts";
import { back, kept, once, other, toAndFro } from "./says.ts";
import { attack, expectBeyond, expectWithin, MOST, PRIORS } from "./scenario.ts";
import type { Story } from "./story.ts";
import * as weak from "./weaknesses.ts";

/** Each part of the protection switched off or halved: the attacks of the other files must see it. */

/** Enough to see what a weakness lets out. */
const FEWER = 2_000;

const { about } = definition();
const NORTH = { region: "north", age: "under-30" };
const SOUTH = { region: "south", age: "under-30" };
const lone: Story = { releases: 1, at: [1], says: once };
const grouped: Story = { ...lone, besides: [{ about: NORTH }], definition: { about } };

describe("an attack notices noise that", () => {
  test("has half its deviation", () => {
    expectBeyond(attack(lone, { guard: weak.halved }));
    const atRisk = { ...lone, definition: { disclosure: "at-risk" as const } };
    expectBeyond(attack(atRisk, { guard: weak.halved }), MOST["at-risk"]);
  });

  test("covers one look at most", () => {
    const story = { releases: 4, at: [1, 3, 3], says: back(other) };
    expectBeyond(attack(story, { guard: weak.forOneLook }));
  });

  test("does not cover who changes", () => {
    const story = { releases: 4, at: [1, 3, 3], says: back(other) };
    expectBeyond(attack(story, { guard: weak.forTheFaithful }));
  });

  test("does not cover who changes group", () => {
    const story: Story = {
      releases: 3,
      milestones: [1, 2, 3],
      at: [1, 2, 3],
      says: kept(3),
      besides: [{ about: NORTH }, { about: SOUTH }, {}],
      definition: { about: about.slice(0, 1), release: { every: "week", groups: 60 } },
    };
    expectBeyond(attack(story, { guard: weak.groupsHoldStill }));
  });

  test("leaves counts of nobody as they are", () => {
    expectBeyond(attack(lone, { guard: weak.emptyCellsBare, by: nobodyElse }));
  });

  test("is the same in every row", () => {
    expectBeyond(attack(lone, { guard: weak.oneNoiseForAll, by: lowestOfAllRows }));
  });

  test("is drawn anew for every release", () => {
    const story = { ...lone, releases: 30 };
    expectBeyond(attack(story, { guard: weak.drawnAnew, by: averaging, victims: FEWER }));
  });

  test("is made of whole numbers", () => {
    const story = { ...lone, releases: 30 };
    expectBeyond(attack(story, { guard: weak.wholeNumbers, by: wholeSteps, victims: FEWER }));
    // It is the whole numbers: others of that size keep a rating that is given once.
    expectWithin(attack(story, { guard: weak.forTheFaithful, victims: FEWER }));
  });

  test("is the same for two releases", () => {
    expectBeyond(
      attack({ ...lone, releases: 2, at: [2] }, { guard: weak.sameTurnAgain, by: difference }),
    );
  });

  test("is the same for two tables", () => {
    expectBeyond(attack(grouped, { guard: weak.oneSecretForTables, by: withoutOneNoise }));
  });
});

test("an attack notices two consultations with the same noise", () => {
  let bare: Int32Array | undefined;
  // The attacker's own consultation, of which every ballot is known, has the noise of the other.
  const guard = {
    ...GUARD,
    bytes: (secret: Uint8Array) => {
      const drawn = noiseBytes(secret, "both");
      const { sigma } = POLICIES.standard;
      const own = new Int32Array(18 * BINS.length);
      const turn = { release: 1, of: 1 };
      bare = asMeant(GUARD, drawn, "ratings/public", own, sigma / Math.sqrt(0.9), turn);
      return drawn;
    },
  };
  expectBeyond(
    attack(lone, {
      guard,
      by: (_, published, __, row) => {
        const at = row * BINS.length;
        const counts = published["ratings/public"]!.counts[0]!.subarray(at, at + 5);
        return [1 + counts.findIndex((count, place) => count !== bare![at + place])];
      },
    }),
  );
});

describe("an attack notices a budget that is not shared with", () => {
  test("groups", () => {
    expectBeyond(attack(grouped, { guard: weak.notShared(grouped, "groups") }));
  });

  test("what is to be done first", () => {
    const recommendations = definition().recommendations.slice(0, 1);
    const story = { ...lone, firstIsFive: true, definition: { recommendations } };
    const guard = weak.notShared(story, "first");
    expectBeyond(attack(story, { prior: PRIORS.fourOrFive, guard, victims: FEWER }));
  });
});

test("an attack notices that every change counts at once", () => {
  const at = Array.from({ length: 16 }, (_, place) => place + 1);
  const story = { releases: 16, at, says: toAndFro(at.length) };
  expectBeyond(attack(story, { earlier: () => undefined, victims: FEWER }));
});
