import { describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { emptyFlagCounts } from "../../../domain/flags/counts.ts";
import { LANGUAGES } from "../../support/languages.ts";
import { cellOf, consultation, made, pageOf, viewOf, wordsOf } from "./made.ts";

/* Results with and without flagged ballots, by one switch that stands in the address. */

const OPENED = { opensAt: "2026-11-02T09:00:00.000Z", closesAt: "2026-11-30T09:00:00.000Z" };
const definition: Consultation = {
  ...consultation(OPENED),
  release: { every: "week", flags: 10 },
};
const COPIES = 1_000;
/** As many of a row may be: a thousandth of all. */
const LEFT = 8;
const FLAGGED = "≈ 992";
/** Whoever sends this wants the last to be the first. */
const ROW = "112111211413121215";
/** Opinions that fall from one recommendation to the next, and the campaign among them. */
const rows = Array.from({ length: 18 }, (_, place) => {
  const row = [500 + 25 * place, 750, 1_250, 1_500, 2_000 - 50 * place, 150, 100];
  row[Number(ROW[place]) - 1]! += COPIES;
  return row;
});
const cells = { public: cellOf(rows) };
const flags = { ...emptyFlagCounts(18), rows: new Map([[ROW, COPIES]]), straight: 12 };
const closed = { definition, cells, segments: {}, turn: 4, final: true };
const release = made({ ...closed, flags });
const unflagged = { definition, query: { ballots: "unflagged" } };

describe("flagged ballots on the results page", () => {
  test("are told by flag, with what would be different without them", () => {
    const words = wordsOf(pageOf(release, { definition }));
    expect(words).toContain("These results depend on flagged ballots");
    expect(words).toContain(`The same ratings as in many others, beyond chance ${FLAGGED}`);
    expect(words).toMatch(/Largest change of a mean: [+−]0\.\d\d, at W1/);
    expect(words).toContain("Flagged does not mean fake");
    expect(words).not.toContain("You are looking at the public’s results without");
  });

  test("are left out by one link, and back by one", () => {
    const page = pageOf(release, { definition });
    expect(page).toContain("?ballots=unflagged&amp;lang=en#priorities");
    const without = pageOf(release, unflagged);
    expect(wordsOf(without)).toContain(`${FLAGGED} of ≈ 7,`);
    expect(without).toMatch(/href="[^"]*\?lang=en">Show all ballots again/);
  });

  test("left out, every figure of the public is that without them, and what is not told so is hidden", () => {
    const { release: shown, rows: lines } = viewOf(release, unflagged);
    const all = viewOf(release, { definition });
    for (const [place, { code, panels, gap, hidden }] of shown.recommendations.entries()) {
      const { without } = release.flags!.recommendations[place]!;
      expect(panels.public).toMatchObject({
        mean: without.mean,
        rank: without.rank,
        counts: without.counts,
        disagreement: null,
      });
      expect(panels.public.hidden["disagreement"]).toBe("all-ballots-only");
      expect([gap, hidden["gap"]]).toEqual([null, "all-ballots-only"]);
      // Each `null` has its reason, and each reason its `null`.
      for (const path of Object.keys(panels.public.hidden)) {
        const [name, part] = path.split("/") as [keyof typeof panels.public, string?];
        const value = panels.public[name] as unknown;
        expect(part === undefined ? value : (value as unknown[])[Number(part)], path).toBeNull();
      }
      expect(lines[place]!.code).toBe(code);
    }
    expect(shown.ballots.public).toBe(release.flags!.ballots! - (COPIES - LEFT));
    expect(all.release).toBe(release);
    const last = (view: typeof all) => view.rows.at(-1)!.panels.public.rank;
    expect([last(all), last({ ...all, rows: lines })]).toEqual([2, 18]);
  });

  test("stand nowhere where a consultation sets nothing aside for them, and the address changes nothing", () => {
    const plain = { ...definition, release: { every: "week" as const } };
    const page = pageOf(made({ ...closed, definition: plain, flags }), {
      ...unflagged,
      definition: plain,
    });
    expect(wordsOf(page)).not.toMatch(/[Ff]lagged/);
    expect(page).not.toContain("unflagged");
  });

  test("before they are told the page says when that will be", () => {
    const words = wordsOf(pageOf(made({ definition, cells }), { definition }));
    expect(words).toContain("Flagged ballots");
    expect(words).toContain("next after closing");
    expect(words).not.toContain("Without flagged ones");
  });

  test.each(LANGUAGES)("in %s nothing is left to fill in", (language) => {
    for (const query of [{}, unflagged.query]) {
      const words = wordsOf(pageOf(release, { definition, language, query }));
      expect(words).not.toMatch(/\{[a-zA-Z]+\}/);
    }
  });
});
