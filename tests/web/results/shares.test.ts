import { describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { Panel } from "../../../domain/ballot/ballot.ts";
import { BINS } from "../../../domain/ballot/rating.ts";
import { packRatings, type Ratings } from "../../../domain/ballot/rating.ts";
import type { Cell } from "../../../domain/tally/cell.ts";
import ballots from "./given/shares-27-ballots.json" with { type: "json" };
import { cardOf, cellOf, consultation, made, pageOf, viewOf, withFew } from "./made.ts";
import { noiseBytes } from "../../../functions/jobs/noise-bytes.ts";

/* Shares as they are printed: of the counts that are published, and never more or less than those allow. */

const ONE = withFew(1);
const [{ code: FIRST }] = ONE.recommendations as [Consultation["recommendations"][number]];

/** The card of the one recommendation that experts rated so, as words. */
const expertCard = (low: number, medium: number, high: number): string => {
  const cell = cellOf([[low, 0, medium, 0, high, 0, 0]]);
  const release = made({ definition: ONE, cells: { expert: cell } });
  return cardOf(release, FIRST, { definition: ONE });
};

describe("exact experts", () => {
  test("are told as the counts they are", () => {
    expect(expertCard(1, 0, 12)).toContain("13 ratings; 12 of 13 chose 4 or 5 (92%;");
    expect(expertCard(3, 1, 13)).toContain("17 ratings; 13 of 17 chose 4 or 5 (76%;");
  });

  test("agree or do not, and the share beside it says so", () => {
    // 75 % to the nearest percent: just under it, exactly that, and just over it.
    const under = expertCard(7, 7, 41);
    expect(under).toContain("no consensus");
    expect(under).toContain("41 of 55 chose 4 or 5 (74.5%;");
    const exactly = expertCard(2, 3, 15);
    expect(exactly).toContain("agreed, a high priority (n = 20)");
    expect(exactly).toContain("15 of 20 chose 4 or 5 (75.0%;");
    const over = expertCard(7, 9, 49);
    expect(over).toContain("agreed, a high priority");
    expect(over).toContain("49 of 65 chose 4 or 5 (75.4%;");
    for (const card of [under, exactly, over]) expect(card).not.toMatch(/\b75%/);
  });

  test("who mostly stand on one side, with too many on the other, are said to", () => {
    const card = expertCard(3, 1, 13);
    expect(card).toContain("no consensus (n = 17); 18% chose 1 or 2");
    // 15 % on the other side is too many, and 14.9 % is not.
    expect(expertCard(3, 1, 16)).toContain("no consensus (n = 20); 15.0% chose 1 or 2");
    expect(expertCard(7, 3, 37)).toContain("agreed, a high priority (n = 47)");
  });

  test("of one or two are not shown, and that is said", () => {
    for (const experts of [1, 2]) {
      const html = pageOf(
        made({ definition: ONE, cells: { expert: cellOf([[0, 0, 0, 0, experts, 0, 0]]) } }),
        { definition: ONE },
      );
      expect(html).toContain("so few have answered that each would know what the others said");
      expect(html).not.toContain("whisker-expert");
      expect(html).not.toContain(`${experts} ratings`);
    }
  });

  test("of three are shown, and nothing says that they are not", () => {
    const release = made({ definition: ONE, cells: { expert: cellOf([[0, 0, 1, 0, 2, 0, 0]]) } });
    const html = pageOf(release, { definition: ONE });
    expect(cardOf(release, FIRST, { definition: ONE })).toContain("2 of 3 chose 4 or 5 (67%;");
    expect(html).not.toContain("Nothing is shown of the experts");
  });
});

/** The consultation that the 27 ballots were given in. */
const CODES = ["A1", "A2", "A3", "B1", "B2"];
const OF_27: Consultation = {
  ...consultation({ about: [], countLanguages: undefined }),
  recommendations: CODES.map((code) => ({ ...ONE.recommendations[0]!, code })),
};

function cellOf27(): Cell {
  const rows = CODES.map(() => BINS.map(() => 0));
  for (const one of ballots.ballots) {
    [...packRatings(CODES, one as Ratings)].forEach((bin, place) => {
      rows[place]![BINS.indexOf(bin as (typeof BINS)[number])]! += 1;
    });
  }
  return cellOf(rows);
}

describe("27 ballots that were once told wrongly", () => {
  const told = (panel: Panel, noise?: ReturnType<typeof noiseBytes>) =>
    made({ definition: OF_27, cells: { [panel]: cellOf27() }, ...(noise && { noise }) });

  test("are told by exact experts as they are", () => {
    const card = (code: string) => cardOf(told("expert"), code, { definition: OF_27 });
    expect(card("A1")).toContain("27 ratings; 13 of 27 chose 4 or 5 (48%;");
    expect(card("A2")).toContain("22 ratings; 18 of 22 chose 4 or 5 (82%;");
    expect(card("A3")).toContain("22 ratings; 18 of 22 chose 4 or 5 (82%;");
    const { recommendations } = told("expert");
    for (const { panels } of recommendations.slice(0, 4)) {
      const { highShare, lowShare, bands, rated } = panels.expert;
      expect(highShare! + lowShare!).toBeLessThanOrEqual(1);
      expect(highShare === 1).toBe(bands[2] === rated);
      expect(lowShare === 0).toBe(bands[0] === 0);
    }
  });

  test("are told by the public in words and bands: no share is made of so few", () => {
    for (let seed = 0; seed < 20; seed++) {
      const noise = noiseBytes(new Uint8Array(32).fill(seed), OF_27.id);
      const release = told("public", noise);
      for (const { code, panels } of release.recommendations.slice(0, 4)) {
        const { rated, bands, highShare, leaning } = panels.public;
        expect(highShare).toBeNull();
        if (rated === null) continue;
        expect(bands.reduce<number>((sum, one) => sum + one!, 0)).toBe(rated);
        const card = cardOf(release, code, { definition: OF_27 });
        expect(card).toContain(`about ${rated} ratings; ${WORDS[leaning!]}; mean `);
        expect(card).not.toMatch(/\d%/);
      }
    }
  });
});

const WORDS = {
  "most-high": "more than half call it a high priority",
  "most-low": "more than half call it a low priority",
  unclear: "no clear majority",
};

test("shares of many have as many decimals as they can bear, and their intervals enclose them", () => {
  const printed = (counts: number[]) => {
    const release = made({ definition: ONE, cells: { public: cellOf([[...counts, 0, 0]]) } });
    return cardOf(release, FIRST, { definition: ONE });
  };
  expect(printed([60, 0, 0, 0, 940])).toContain("94.0% chose 4 or 5 (9");
  const many = printed([300_000, 200_000, 1_100_000, 3_700_000, 4_700_000]);
  // Ten million ballots: the ends still differ, and nothing is called sure.
  expect(many).toContain("84.00% chose 4 or 5 (83.97% to 84.03%)");
  expect(many).not.toMatch(/sure/);
});

test("nobody is told as nobody, and everybody as everybody, only where they are", () => {
  const release = made({
    definition: withFew(2),
    cells: {
      public: cellOf([
        [1, 0, 0, 0, 399, 0, 0],
        [0, 0, 0, 0, 400, 0, 0],
      ]),
    },
  });
  const [nearly, all] = release.recommendations.map(({ panels }) => panels.public);
  expect([nearly!.highShare, nearly!.lowShare]).toEqual([0.99, 0.01]);
  expect([all!.highShare, all!.lowShare]).toEqual([1, 0]);
  expect(viewOf(release, { definition: withFew(2) }).shown).toEqual(["public"]);
});
