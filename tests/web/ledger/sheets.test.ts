import { describe, expect, test } from "vitest";
import { formatDay, formatNumber } from "../../../web/text.ts";
import { CATALOGUES, LANGUAGES } from "../../support/languages.ts";
import { cellOf, made, wordsOf } from "../results/made.ts";
import { foreignIn, paperOf } from "./on-paper.ts";
import { asked, briefingOf, ENTRIES, letterOf, ratedRelease, viewOfLedger } from "./given.ts";

/* Letters and briefings, checked against the release and the ledger that they are made from. */

const DEFINITION = asked();
const RELEASE = ratedRelease(DEFINITION);

/** More has been rated by nobody than the base, of one recommendation by experts alone. */
const uneven = made({
  definition: DEFINITION,
  cells: {
    public: cellOf(
      DEFINITION.recommendations.map((_, place) =>
        place % 3 === 0 ? [0, 0, 1, 1, 0, 30, 9] : [3, 4, 9, 21 - place, 18, 0, place],
      ),
    ),
    expert: cellOf(DEFINITION.recommendations.map((_, place) => [1, 1, 2, 9, 12 + place, 0, 0])),
  },
});

const SHEETS = [
  ["letter", letterOf],
  ["briefing", briefingOf],
] as const;

describe.each(LANGUAGES)("in %s", (language) => {
  test.each(SHEETS)("every number of a %s is in the release or the ledger", (_, sheetOf) => {
    for (const release of [RELEASE, uneven]) {
      for (const by of ["both", "public", "expert"]) {
        for (const entries of [ENTRIES, []]) {
          const view = viewOfLedger({
            language,
            definition: DEFINITION,
            release,
            entries,
            query: { by },
          });
          for (const { code } of DEFINITION.addressees) {
            const html = sheetOf(view, code);
            expect(foreignIn(html, view, release)).toEqual([]);
            expect(html.match(/\{\w+\}/g)).toBe(null);
          }
        }
      }
    }
  });

  test.each(SHEETS)("a number of a %s that is in neither is found", (_, sheetOf) => {
    const view = viewOfLedger({ language, definition: DEFINITION, release: RELEASE });
    const html = sheetOf(view, "K");
    const days = formatNumber(language, 212);
    expect(foreignIn(html.replaceAll(days, "213"), view, RELEASE)).toContain("213");
    const mean = formatNumber(language, 4.99, 2);
    const wrong = html.replace(/(<\/svg> )\d[.,]\d+/, `$1${mean}`);
    expect(foreignIn(wrong, view, RELEASE)).toEqual([mean]);
    const day = formatDay(language, "2026-03-04");
    const since = html.replaceAll(formatDay(language, "2026-03-03"), day);
    if (sheetOf === letterOf) expect(foreignIn(since, view, RELEASE)).not.toEqual([]);
  });

  test.each(SHEETS)("each row of a %s has the means of its own recommendation", (_, sheetOf) => {
    const view = viewOfLedger({ language, definition: DEFINITION, release: RELEASE });
    const rows = sheetOf(view, "K").match(/<tr><td class="number">.*?<\/tr>/g)!;
    expect(rows).toHaveLength(5);
    for (const row of rows) {
      const [place, code, ...means] = wordsOf(row)
        .trim()
        .split(/\s+/)
        .slice(0, 2)
        .concat([...row.matchAll(/<\/svg> ([^<]*)</g)].map(([, cell]) => cell!));
      const { panels } = RELEASE.recommendations.find((one) => one.code === code)!;
      const told = [panels.public.mean!, panels.expert.mean!];
      expect(means.map((mean) => Number(mean.replace(",", ".")))).toEqual(told);
      // Nobody of those above has a lower mean of both, and as many are above as its place says.
      const half = (one: typeof panels) => (10 * (one.public.mean! + one.expert.mean!)).toFixed(3);
      const above = RELEASE.recommendations.filter(
        (one) => Number(half(one.panels)) > Number(half(panels)),
      );
      expect(Number(place)).toBe(1 + above.length);
    }
  });

  test("a letter says who writes to whom, what is highest, what waits, what passed, how to answer", () => {
    const view = viewOfLedger({ language, definition: DEFINITION, release: RELEASE });
    const said = paperOf(letterOf(view, "K"));
    const { organiser, addressees, recommendations } = DEFINITION;
    const of = (texts: Record<string, string>) => texts[language]!;
    const own = view.lines.filter(({ addressee }) => addressee === "K");
    const titles = own
      .slice(0, 5)
      .map(({ code }) => of(recommendations.find((one) => one.code === code)!.title));
    for (const one of [
      of(organiser!.name),
      of(organiser!.contact),
      of(addressees[1]!.name),
      ...titles,
      ...CATALOGUES[language].ledger.letter.steps,
      formatDay(language, "2026-10-01"),
      formatDay(language, "2026-06-01"),
      "https://kenes.example/c/kazakhstan-2019/ledger",
      "SHA-256 0123456789ab",
    ]) {
      expect(said).toContain(one);
    }
    const other = paperOf(letterOf(view, "W"));
    expect(other).not.toContain(CATALOGUES[language].ledger.letter.passed);
    expect(other).not.toMatch(/\bK\d/);
  });

  test.each(SHEETS)(
    "before the first release there is no %s, and it says from when",
    (_, sheetOf) => {
      const html = sheetOf(viewOfLedger({ language, definition: DEFINITION }), "K");
      const { sheet, state } = CATALOGUES[language].ledger;
      expect(html).not.toContain('class="sheet ');
      for (const one of [sheet.nothing, state.starts]) expect(wordsOf(html)).toContain(one);
    },
  );
});

test("where everything is answered, a letter thanks and a briefing has no silence", () => {
  const entries = DEFINITION.recommendations.map((one, place) => ({
    ...ENTRIES[1]!,
    number: place + 1,
    recommendation: one.code,
  }));
  const view = viewOfLedger({ definition: DEFINITION, release: RELEASE, entries });
  const { letter, addressees } = CATALOGUES.en.ledger;
  expect(paperOf(letterOf(view, "K"))).toContain(letter.waitedNone);
  expect(paperOf(letterOf(view, "K"))).not.toContain(letter.waited);
  expect(paperOf(briefingOf(view, "K"))).toContain(addressees.allAnswered);
});

test("a demonstration and simulated ballots are named on every sheet", () => {
  const definition = { ...DEFINITION, release: { every: "demonstration" as const } };
  const view = viewOfLedger({ definition, release: { ...RELEASE, simulated: true } });
  const { results } = CATALOGUES.en;
  for (const [, sheetOf] of SHEETS) {
    const said = paperOf(sheetOf(view, "K"));
    for (const one of [results.demonstration, results.simulated]) expect(said).toContain(one);
  }
});

test("five are named as the highest, and those that share the fifth place, if they are few", () => {
  const same = (count: number) => {
    const rows = DEFINITION.recommendations.map((_, place) =>
      place < 4
        ? [0, 0, 0, 10 - place, 90 + place, 0, 0]
        : [0, 0, place < 4 + count ? 50 : 60, 50, 0, 0, 0],
    );
    const definition = { ...DEFINITION, addressees: DEFINITION.addressees.slice(1) };
    const recommendations = definition.recommendations.map((one) => ({ ...one, addressee: "K" }));
    const whole = { ...definition, recommendations };
    const release = made({ definition: whole, cells: { public: cellOf(rows) } });
    const view = viewOfLedger({ definition: whole, release, entries: [] });
    return (letterOf(view, "K").match(/<td class="number">\d+<\/td><th/g) ?? []).length;
  };
  expect([same(1), same(3), same(9)]).toEqual([5, 7, 5]);
});
