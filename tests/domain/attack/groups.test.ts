import { describe, test } from "vitest";
import { definition } from "../consultation/definition.ts";
import type { Person } from "./history.ts";
import { back, changed, kept, once, other } from "./says.ts";
import { attack, expectWithin, MOST } from "./scenario.ts";
import type { Story } from "./story.ts";

const { about } = definition();
const text = (one: string) => ({ en: one, ru: one, kk: one });
const channels = [{ code: "web", label: text("web") }];
const NORTH = { region: "north", age: "under-30" };
const SOUTH = { region: "south", age: "under-30" };

/** Two questions, languages and channels: everybody is in four groups. */
const everything: Story["definition"] = { about, channels, countLanguages: true };
const question: Story["definition"] = { about: about.slice(0, 1) };

/** The attacker's own ballots in the victim's group and in the others. */
const crowd = (chance: () => number, rows: number, releases: number): Person[] =>
  Array.from({ length: 2 * releases }, (_, place): Person => {
    const ratings = String(1 + Math.floor(chance() * 5)).repeat(rows);
    const group = place % 3 === 0 ? NORTH : SOUTH;
    return { versions: [{ at: 1 + (place % releases), ratings, about: group }] };
  });

describe("a rating of the only member of", () => {
  test("a group is kept, once the consultation has closed", () => {
    expectWithin(
      attack({
        releases: 1,
        at: [1],
        says: once,
        besides: [{ about: NORTH }],
        definition: question,
      }),
    );
  });

  test("four groups, by two questions, a language and a link", () => {
    const story = { at: [1], says: once, besides: [{ about: NORTH, channel: "web" }], crowd };
    expectWithin(attack({ releases: 1, ...story, definition: everything }));
    expectWithin(attack({ releases: 4, ...story, definition: everything }));
  });

  test.each([2, 3])("groups that are told at %i releases of four", (times) => {
    const milestones = [2, 3, 4].slice(-times);
    const story = { releases: 4, milestones, says: once, besides: [{ about: NORTH }], crowd };
    expectWithin(attack({ ...story, at: [1], definition: question }));
    expectWithin(attack({ ...story, at: [3], definition: question }));
  });

  test("a group whose budget is as large as it may be", () => {
    const most: Story["definition"] = { ...question, release: { every: "week", groups: 60 } };
    expectWithin(
      attack({ releases: 1, at: [1], says: once, besides: [{ about: NORTH }], definition: most }),
    );
  });

  test("a group among people at risk, where budget was set aside for it", () => {
    const atRisk: Story["definition"] = {
      ...question,
      disclosure: "at-risk",
      release: { every: "week", groups: 30 },
    };
    const story = { releases: 1, at: [1], says: once, besides: [{ about: NORTH }] };
    expectWithin(attack({ ...story, definition: atRisk }), MOST["at-risk"]);
  });
});

test("a rating of one of two members of a group is kept by the other's", () => {
  const story = { at: [1], says: once, besides: [{ about: NORTH }], companion: true };
  expectWithin(attack({ releases: 1, ...story, definition: question }));
});

describe("a rating of somebody who changes", () => {
  const moves = [{ about: NORTH }, { about: SOUTH }];
  const most: Story["definition"] = { ...question, release: { every: "week", groups: 60 } };

  test("group and keeps the rating is told once more, within what the noise allows for", () => {
    const story = { releases: 2, milestones: [1, 2], at: [1, 2], says: kept(2), besides: moves };
    expectWithin(attack({ ...story, definition: most }));
    const three = [...moves, { about: {} }];
    const longer = {
      releases: 3,
      milestones: [1, 2, 3],
      at: [1, 2, 3],
      says: kept(3),
      besides: three,
    };
    expectWithin(attack({ ...longer, definition: most }));
  });

  test("the rating in the group, and comes back to it", () => {
    const story = { releases: 3, milestones: [1, 2, 3], at: [1, 2], besides: [{ about: NORTH }] };
    expectWithin(attack({ ...story, says: changed(other), definition: question }));
    expectWithin(attack({ ...story, at: [1, 2, 3], says: back(other), definition: question }));
  });
});
