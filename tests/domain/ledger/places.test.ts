import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placesIn, prioritiesIn, PRIORITIES } from "../../../domain/ledger/places.ts";
import { asking, withMeans } from "./cases.ts";

const of = (means: Parameters<typeof withMeans>[1]) => {
  const release = withMeans(asking(Object.keys(means).length), means);
  return { release, places: placesIn(release.recommendations) };
};

describe("places", () => {
  test("are by the mean, ties share the higher one, and what is not told has none", () => {
    const { places } = of({
      R1: { public: 3.1, expert: 4 },
      R2: { public: 4.5, expert: 2 },
      R3: { public: 4.5 },
      R4: { expert: 4.2 },
      R5: { public: 1.2, expert: 5 },
    });
    expect(Object.fromEntries(places.public)).toEqual({ R1: 3, R2: 1, R3: 1, R5: 4 });
    expect(Object.fromEntries(places.expert)).toEqual({ R1: 3, R2: 4, R4: 2, R5: 1 });
    // Means of 3.55, 3.25 and 3.1: only what both rated has a place with both.
    expect(Object.fromEntries(places.both)).toEqual({ R1: 1, R2: 2, R5: 3 });
  });

  test("that are alike as they are told are alike, whatever halves of bits make of their sum", () => {
    expect(3.3 + 4.1).not.toBe(3.7 + 3.7);
    const { places } = of({
      R1: { public: 3.3, expert: 4.1 },
      R2: { public: 3.7, expert: 3.7 },
      R3: { public: 1, expert: 1 },
    });
    expect([...places.both.values()]).toEqual([1, 1, 3]);
  });

  test("follow the rank, made before rounding, where two means are told alike", () => {
    const { release } = of({ R1: { public: 4.2 }, R2: { public: 4.2 }, R3: { public: 4.2 } });
    const ranks = [2, 1, null];
    const ranked = release.recommendations.map((one, place) => {
      const { panels } = one;
      return { ...one, panels: { ...panels, public: { ...panels.public, rank: ranks[place]! } } };
    });
    expect(Object.fromEntries(placesIn(ranked).public)).toEqual({ R1: 2, R2: 1, R3: 1 });
  });
});

describe("the orders that a release allows", () => {
  test.each([
    ["none before the first", undefined, []],
    ["none where nothing is told", { R1: {}, R2: {} }, []],
    ["of one panel that alone", { R1: { expert: 4 }, R2: {} }, ["expert"]],
    [
      "both only where both rated one",
      { R1: { public: 4 }, R2: { expert: 3 } },
      ["public", "expert"],
    ],
    ["all", { R1: { public: 4, expert: 1 }, R2: {} }, ["both", "public", "expert"]],
  ] as const)("%s", (_, means, allowed) => {
    expect(prioritiesIn(means && of(means).release)).toEqual(allowed);
  });
});

const mean = fc.option(fc.integer({ min: 10, max: 50 }).map((tenths) => tenths / 10));

test("places of any means are those of their order: who is above has the higher mean", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ public: mean, expert: mean }), { maxLength: 30 }), (all) => {
      const means = Object.fromEntries(all.map((one, place) => [`R${place + 1}`, one]));
      const { recommendations } = withMeans(asking(Math.max(1, all.length)), means);
      const places = placesIn(recommendations);
      for (const by of PRIORITIES) {
        const tenths = all.map(({ public: one, expert: other }) => {
          if (by === "public") return one === null ? null : Math.round(20 * one);
          if (by === "expert") return other === null ? null : Math.round(20 * other);
          return one === null || other === null ? null : Math.round(10 * one + 10 * other);
        });
        const expected = tenths.map((own) =>
          own === null ? undefined : 1 + tenths.filter((one) => one !== null && one > own).length,
        );
        expect(all.map((_, place) => places[by].get(`R${place + 1}`))).toEqual(expected);
      }
    }),
  );
});
