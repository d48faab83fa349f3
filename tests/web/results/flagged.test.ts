import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../support/languages.ts";
import {
  CLOSED,
  COPIES,
  FLAGGED_DEFINITION,
  flaggedRelease,
  FLAGS,
  LEFT,
  repeatedFlags,
} from "./flagged-release.ts";
import { embedOf, made, onePageOf, pageOf, viewOf, wordsOf } from "./made.ts";

/* Results with and without flagged ballots, by one switch that stands in the address. */

const definition = FLAGGED_DEFINITION;
const FLAGGED = "≈ 992";
const release = flaggedRelease();
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
    const page = pageOf(made({ ...CLOSED, definition: plain, flags: FLAGS }), {
      ...unflagged,
      definition: plain,
    });
    expect(wordsOf(page)).not.toMatch(/[Ff]lagged/);
    expect(page).not.toContain("unflagged");
  });

  test("before they are told the page says when that will be", () => {
    const words = wordsOf(pageOf(made({ definition, cells: CLOSED.cells }), { definition }));
    expect(words).toContain("Flagged ballots");
    expect(words).toContain("next after closing");
    expect(words).not.toContain("Without flagged ones");
  });

  test("left out, links to files and to share lead to those without, and the zip, which has both, to itself", () => {
    const links = (query: Record<string, string>) =>
      [...pageOf(release, { definition, query }).matchAll(/href="([^"]+)"/g)]
        .map(([, address]) => address!)
        .filter((one) => /\.(csv|xlsx|zip|svg|png)|\/share/.test(one));
    const isMarked = (one: string) => one.includes("ballots=unflagged");
    expect(links({}).filter(isMarked)).toEqual([]);
    const without = links(unflagged.query);
    expect(without.filter((one) => !isMarked(one)).map((one) => one.split("/").at(-1))).toEqual([
      "results.zip",
      "codebook.csv",
    ]);
    expect(without.length).toBeGreaterThan(5);
    expect(wordsOf(pageOf(release, unflagged))).toContain("leave flagged ballots out too");
  });

  test("left out, the noise is that of both counts", () => {
    const { rules } = viewOf(release, unflagged).release;
    const { whole, flagged } = release.flags!.deviation;
    expect(rules.protection.ratings.public).toBeCloseTo(Math.hypot(whole, flagged), 3);
  });

  test("a list of recommendations that is long is shortened", () => {
    const all = release.recommendations.map(({ code }) => code);
    const difference = { ...release.flags!.difference, moved: all };
    const long = { ...release, flags: { ...release.flags!, difference } };
    const words = wordsOf(pageOf(long, { definition }));
    expect(words).toContain(`changing places: ${all.slice(0, 6).join(", ")} and 12 more.`);
  });

  test("on the page of a recommendation one sentence has both means and ranks, where they differ", () => {
    const { code, with: all, without } = release.flags!.recommendations.at(-1)!;
    const page = onePageOf(release, code, { definition });
    expect(wordsOf(page)).toContain(
      `With all ballots the public’s mean is ${all.mean} and the rank ${all.rank}; without flagged ballots it is ${without.mean} and the rank ${without.rank}. The means differ by more than noise.`,
    );
    expect(page).toContain("results?lang=en#flagged");
    const same = structuredClone(release);
    const one = same.flags!.recommendations.at(-1)!;
    one.without = structuredClone(one.with);
    expect(wordsOf(onePageOf(same, code, { definition }))).not.toContain("With all ballots");
  });

  test("of an earlier release, each place that tells them says of which", () => {
    const { definition: open, one, two } = repeatedFlags();
    const later = two("0".repeat(64));
    expect([one.flags!.madeIn, later.flags!.madeIn, later.release]).toEqual([1, 1, 2]);
    const seen = { definition: open, query: unflagged.query };
    const { code } = later.recommendations.at(-1)!;
    for (const page of [
      pageOf(later, { definition: open }),
      pageOf(later, seen),
      embedOf(later, seen),
      onePageOf(later, code, { definition: open }),
    ]) {
      expect(wordsOf(page)).toContain("Counted in release 1.");
    }
  });

  test.each(LANGUAGES)("in %s nothing is left to fill in", (language) => {
    for (const query of [{}, unflagged.query]) {
      const { code } = release.recommendations.at(-1)!;
      for (const page of [pageOf, embedOf].map((make) =>
        make(release, { definition, language, query }),
      ))
        expect(wordsOf(page)).not.toMatch(/\{[a-zA-Z]+\}/);
      const one = wordsOf(onePageOf(release, code, { definition, language, query }));
      expect(one).not.toMatch(/\{[a-zA-Z]+\}/);
    }
  });
});
