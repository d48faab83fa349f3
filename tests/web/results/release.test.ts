import { describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { HIDDEN_REASONS } from "../../../domain/disclosure/reasons.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { CATALOGUES, LANGUAGES } from "../../support/languages.ts";
import { readText } from "../../../domain/release/earlier-release.ts";
import method1 from "./given/method-1.json" with { type: "json" };
import { cardOf, cellOf, consultation, embedOf, made, pageOf, withFew, wordsOf } from "./made.ts";

/* What is said of a release as a whole: its schedule, its noise, how it was made, what it does not tell. */

const OPENED = {
  opensAt: "2026-11-02T09:00:00.000Z",
  closesAt: "2026-11-30T09:00:00.000Z",
} satisfies Partial<Consultation>;
const WEEKLY = withFew(2, { ...OPENED, release: { every: "week" } });
const row = [4, 6, 15, 40, 35, 0, 0];
const cells = { public: cellOf([row, row]) };
const DEMONSTRATION = "without the protection that a real consultation has";

describe("the schedule", () => {
  const page = (given: Partial<Parameters<typeof made>[0]>) =>
    wordsOf(pageOf(made({ definition: WEEKLY, cells, ...given }), { definition: WEEKLY }));

  test("is said with each release, and when the next are due", () => {
    expect(page({ turn: 2 })).toContain(
      "Results are published once a week; these are number 2 of 4. The next are due on " +
        "23 November 2026 at 14:00 (Kazakhstan Time).",
    );
    // After the last of the live ones come the final ones, after closing.
    expect(page({ turn: 3 })).not.toContain("The next are due");
    expect(page({ turn: 4, final: true })).toContain("these are number 4 of 4.");
  });

  test("is a minute in a demonstration, which every page and chart says", () => {
    const definition = withFew(2);
    const release = made({ definition, cells });
    for (const html of [pageOf(release, { definition }), embedOf(release, { definition })]) {
      expect(html).toContain(DEMONSTRATION);
    }
    for (const html of [pageOf(undefined, { definition }), embedOf(undefined, { definition })]) {
      expect(html).toContain(DEMONSTRATION);
    }
    const page = wordsOf(pageOf(release, { definition }));
    expect(page).toContain("Nothing is promised.");
    expect(page).not.toContain("The promise:");
    expect(page).not.toContain("The next are due");
  });

  test("of a real consultation promises, and calls nothing a demonstration", () => {
    const words = page({});
    // But for whoever asks, who says so of themselves.
    expect(words.replace(KAZAKHSTAN.organiser.name.en, "")).not.toContain("emonstration");
    expect(words).toMatch(/noise of σ\s=\s2\.5 on that rating alone/);
    // As the release has it; shares from 50 ratings and what √5 deviations of noise add.
    const deviation = made({ definition: WEEKLY, cells }).rules.protection.ratings.public;
    expect(deviation).toBeGreaterThan(2.5);
    expect(words).toContain(
      `at most ${deviation.toFixed(1)} in two of three cases, and at most ${(2 * deviation).toFixed(1)} in 19`,
    );
    const shares = 50 + Math.ceil(Math.sqrt(5) * deviation);
    expect(words).toContain(`from ${shares} on shares and the five points`);
  });
});

describe("before the first release the page says when it is due", () => {
  const page = (change: Partial<Consultation>) =>
    wordsOf(pageOf(undefined, { definition: consultation(change), at: OPENED.opensAt }));

  test.each<[string, Partial<Consultation>]>([
    ["about a minute after the first answers", {}],
    [
      "due on 9 November 2026 at 14:00 (Kazakhstan Time)",
      { ...OPENED, release: { every: "week" } },
    ],
    ["due on 3 November 2026 at 14:00 (Kazakhstan Time)", { ...OPENED, release: { every: "day" } }],
    ["published a week after opening", { release: { every: "week" } }],
    ["published an hour after opening", { release: { every: "hour" } }],
    [
      "published after closing. The consultation closes on 30 November 2026 at 14:00 (Kazakhstan Time)",
      { ...OPENED, release: { every: "close" } },
    ],
    ["published once, after closing", { release: { every: "close" } }],
    // It closes before a week has passed.
    [
      "published after closing. The consultation closes on 6 November 2026",
      { ...OPENED, closesAt: "2026-11-06T09:00:00.000Z", release: { every: "week" } },
    ],
  ])("%s", (words, change) => {
    expect(page(change)).toContain(words);
  });
});

describe("self-selection", () => {
  const page = (n: number, people: Consultation["people"]) => {
    const definition = withFew(1, { people });
    const big = made({ definition, cells: { public: cellOf([[0, 0, 0, n, 0, 0, 0]]) } });
    return wordsOf(pageOf(big, { definition }));
  };
  const source = "A census";

  test("is told with the consultation's own figures", () => {
    expect(page(100_000, { number: 10_000_000, source })).toContain(
      "About 100,000 of 10,000,000 people answered. If taking part depends only a very little on " +
        "what one thinks (a correlation of 0.005), these answers tell no more about all of them " +
        "than a random sample of 404 people; with 0.01, no more than a random sample of 101 people.",
    );
    expect(page(100_000, { number: 10_000_000, source })).toContain("Number of people: A census");
  });

  test("leaves few answers of many people worth one of them", () => {
    expect(page(500, { number: 18_395_567, source })).toContain(
      "than a single person drawn by chance. The intervals on this page hold chance and noise only",
    );
  });

  test("never makes answers worth more than they are", () => {
    expect(page(900, { number: 1_000, source })).toContain("a random sample of 900 people. The");
  });

  test("is told in general where nobody has said how many people there are", () => {
    const words = page(500, undefined);
    expect(words).toContain("they can tell less about everybody than a small random sample");
    expect(words).not.toContain("Number of people");
  });
});

describe("a release of an earlier method", () => {
  const definition = withFew(4);
  const release = readText(JSON.stringify(method1));
  const asked = { ...definition, about: [definition.about[1]!], countLanguages: undefined };
  const seen = { definition: { ...asked, release: { every: "hour" } } } as const;
  const html = pageOf(release, seen);
  const card = cardOf(release, "W1", seen);

  test("is shown with what it told, and said to be one", () => {
    expect(wordsOf(html)).toContain("made by an earlier method. Its file is unchanged.");
    expect(card).toContain("about 60 ratings; 58% chose 4 or 5 (46% to 70%); mean 3.9");
    expect(card).toContain("Public: rank 1 among the 3 with a mean, between 1");
  });

  test("says nothing of noise or of a schedule", () => {
    expect(wordsOf(html)).not.toMatch(/noise|Results are published/i);
  });

  test("does not say that nothing is shown of experts whose bands are drawn", () => {
    expect(release.recommendations[0]!.panels.expert.bands).toEqual([2, 3, 3]);
    expect(card).toContain("Experts : 2 chose 1 or 2; 3 chose 3; 3 chose 4 or 5.");
    expect(html).not.toContain("Nothing is shown of the experts");
  });

  test("keeps its groups", () => {
    const query = { segment: "age:under-18" };
    expect(wordsOf(pageOf(release, { definition: asked, query }))).toContain(
      "Compared with: How old are you? Under 18, about 15.",
    );
  });
});

test("an at-risk panel of 30 to 49 experts is shown, in words", () => {
  const definition = withFew(2, {
    ...OPENED,
    disclosure: "at-risk",
    experts: undefined,
    release: { every: "week" },
  });
  const ofExperts = (n: number) => {
    const all = [0, 0, 0, 0, n, 0, 0];
    return made({ definition, cells: { expert: cellOf([all, all]) } });
  };
  // Of so few, noise of deviation 8 (σ = 5, four releases) leaves a majority clear only where they are more.
  for (const [n, words] of [
    [30, "no clear majority"],
    [49, "more than half call it a high priority"],
  ] as const) {
    const page = pageOf(ofExperts(n), { definition });
    expect(page).not.toContain("Nothing is shown of the experts");
    const card = cardOf(ofExperts(n), "W1", { definition });
    expect(card).toContain(`Experts : about ${n} ratings; ${words}; mean 5.0`);
    expect(wordsOf(page)).toContain("at most 6 of 100 cases");
  }
  expect(wordsOf(pageOf(ofExperts(29), { definition }))).toContain(
    "Nothing is shown of the experts: by the published counts, no recommendation has 30",
  );
});

test.each(LANGUAGES)("in %s there are words for every reason", (language) => {
  const { reasons } = CATALOGUES[language].results.hidden;
  expect(Object.keys(reasons).toSorted()).toEqual([...HIDDEN_REASONS].toSorted());
});
