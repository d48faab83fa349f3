import { describe, expect, test } from "vitest";
import { CALENDAR_STATES, type CalendarState } from "../../../domain/consultation/calendar.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { NEW_LIFE } from "../../../domain/consultation/life.ts";
import { isTold } from "../../../domain/release/newest.ts";
import { CATALOGUES } from "../../support/languages.ts";
import { cellOf, embedOf, made, onePageOf, pageOf, withFew, wordsOf } from "./made.ts";

const definition = withFew(2, {
  opensAt: "2026-11-02T09:00:00.000Z",
  closesAt: "2026-11-30T09:00:00.000Z",
  release: { every: "week" },
});
const { opensAt: _, closesAt: __, ...endless } = definition;
const row = [4, 6, 15, 40, 35, 0, 0];
const told = { definition, cells: { public: cellOf([row, row]) } };
const few = { definition, cells: { public: cellOf([[0, 0, 0, 1, 1, 0, 0], row.map(() => 0)]) } };
const pause = { at: "2026-11-10T09:00:00.000Z", note: { en: "A flood in the north." } };
const CLOSED = "2026-11-30T09:00:30.000Z";
const [OPEN, OVER] = ["Answers are taken until 30 Nov", "Answers were taken until 30 Nov"];

interface Seen {
  release?: Parameters<typeof made>[0];
  at: string;
  paused?: true;
  definition?: Consultation;
}

/** Each state before and after there is a release: what is said, and what must not be. */
const CASES: [CalendarState, Seen, says: string[], not: string[]][] = [
  [
    "scheduled",
    { at: "2026-11-01T09:00:00.000Z" },
    ["Not open yet", "from 2 November 2026 at 14:00", "The first results are due on 9 November"],
    ["Answer yourself"],
  ],
  ["open", { at: "2026-11-03T09:00:00.000Z" }, ["Open", OPEN, "No results yet", "Answer your"], []],
  [
    "open",
    { at: "2026-11-17T09:00:00.000Z", release: { ...told, turn: 2 } },
    [OPEN, "Interim results: release 1", "these are number 2 of 4. The next are due on 23 Nov"],
    ["final"],
  ],
  ["open", { at: CLOSED, definition: endless }, ["no end has been fixed"], ["until"]],
  [
    "last-day",
    { at: "2026-11-29T09:00:00.000Z", release: { ...told, turn: 3 } },
    ["Last day", "Less than 24 hours are left: answers are taken until 30 November"],
    ["The next are due"],
  ],
  [
    "paused",
    { at: "2026-11-17T09:00:00.000Z", release: { ...told, turn: 2 }, paused: true },
    ["Paused", "It takes no answers just now", "A flood in the north.", "It still closes on 30"],
    ["Answers are taken"],
  ],
  [
    "counting",
    { at: CLOSED, release: { ...told, turn: 2 } },
    ["Closed, being counted", OVER, "the final results follow", "Interim results: release 1"],
    // It was planned for a day before closing, and did not come.
    ["The next are due", "are final"],
  ],
  ["counting", { at: CLOSED }, [OVER, "No results yet", "as soon as they are there"], ["are due"]],
  [
    "final",
    { at: CLOSED, release: { ...told, turn: 4, final: true } },
    ["Closed, final results", OVER, "These results are final.", "Release 1, 9 November"],
    ["Interim", "No results yet"],
  ],
  [
    "too-few",
    { at: CLOSED, release: { ...few, turn: 4, final: true } },
    ["Closed, too few answers", OVER, "no other results follow", "Nothing is shown of the public:"],
    ["are final", "Interim"],
  ],
];

const seen = ({ release, at, paused, definition: other }: Seen, language = "en") =>
  [
    release && made(release),
    {
      definition: other ?? definition,
      at,
      language,
      ...(paused && { life: { ...NEW_LIFE, paused, pause } }),
    },
  ] as const;

describe("the results say what is true by the calendar", () => {
  test.each(CASES)("%s (%#)", (state, given, says, not) => {
    const html = pageOf(...seen(given));
    const words = wordsOf(html);
    for (const one of says) expect(words).toContain(one);
    for (const one of not) expect(words).not.toContain(one);
    // The way to the questions, where they are asked and nowhere else.
    const canRate = state === "open" || state === "last-day";
    const to = `href="/c/${definition.id}?lang=en"`;
    expect([html.includes(to), embedOf(...seen(given)).includes(to)]).toEqual([
      canRate,
      canRate && given.release === undefined,
    ]);
  });

  test("in every language, each state under a name of its own", () => {
    expect(new Set(CASES.map(([state]) => state))).toEqual(new Set(CALENDAR_STATES));
    for (const [language, { results }] of Object.entries(CATALOGUES)) {
      for (const [state, given] of CASES) {
        const words = wordsOf(pageOf(...seen(given, language)));
        expect(words).toContain(results.calendar.names[state]);
        expect(words).not.toMatch(/\{\w+\}/);
      }
      expect(new Set(Object.values(results.calendar.names)).size).toBe(CALENDAR_STATES.length);
    }
  });
});

describe("numbers in words come first", () => {
  const release = made(told);
  const html = pageOf(release, { definition });
  const one = definition.recommendations[0]!;
  const ofOne = onePageOf(release, one.code, { definition });
  /** What is seen before anything is unfolded. */
  const openIn = (page: string) => wordsOf(page.replaceAll(/<details.*?<\/details>/gs, ""));

  test("and letters, tables and fingerprints are folded away for analysts", () => {
    expect(release.recommendations.every(({ panels }) => isTold(panels.public))).toBe(true);
    expect(openIn(html)).toContain("Public 3.96 (n ≈ 100) · Public: rank 1 of 2");
    expect(openIn(ofOne)).toContain("75% chose 4 or 5");
    expect(openIn(ofOne)).toContain("mixed views");
    for (const page of [html, ofOne]) {
      // But in how to cite it.
      const open = openIn(page.replace(/<textarea id="citation".*?<\/textarea>/s, ""));
      expect(open).not.toMatch(/δ|\bD\b|SHA-256|[0-9a-f]{32}/);
    }
    const folded = wordsOf(html);
    for (const one of ["All figures", "Fingerprint (SHA-256)", "organisers’ log"]) {
      expect(folded).toContain(one);
    }
    expect(wordsOf(ofOne)).toContain("D 0.54");
  });

  test("with a key to the five shades, the wording of each recommendation, and the methods as a page", () => {
    const open = openIn(ofOne);
    expect(open).toMatch(/five shades of the bars: 1 Not a priority 2 Low .*5 Top priority/);
    expect(open).not.toContain("Three of them");
    expect(open).toContain(`${one.title["en"]} ${one.code}`);
    for (const texts of [one.statement, ...one.measures]) expect(open).toContain(texts["en"]);
    for (const page of [html, ofOne]) {
      expect(page).toContain('href="/methods?lang=en"');
      expect(page).not.toContain("methods.md");
    }
  });

  test("where few answered, the key is one to the three bands as well", () => {
    const some = { definition, cells: { public: cellOf([[2, 3, 4, 6, 5, 0, 0], row]) } };
    const [few, many] = definition.recommendations.map(({ code }) =>
      wordsOf(onePageOf(made(some), code, { definition })),
    );
    expect(few).toMatch(/Three of them .*: 1 or 2 3 4 or 5/);
    expect(few).not.toContain("five shades");
    expect(many).toMatch(/five shades of the bars/);
    expect(many).not.toContain("Three of them");
  });
});
