import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { calendarAt, type NewestRelease } from "../../domain/consultation/calendar.ts";
import { listingOf, type Standing } from "../../domain/consultation/listing.ts";
import { type Life, NEW_LIFE } from "../../domain/consultation/life.ts";
import { HomePage } from "../../web/home/home-page.tsx";
import { CATALOGUES, catalogueFor } from "../../web/language/catalogue.ts";
import { definition } from "../domain/consultation/definition.ts";

/* The start page at every moment of a consultation's life. */

const [OPENS, CLOSES] = ["2026-12-01T04:00:00.000Z", "2026-12-20T19:00:00.000Z"];
const HOUR = 3_600_000;
const release = (more: Partial<NewestRelease> = {}): NewestRelease => ({
  release: 2,
  // In Almaty it is the next day by then.
  releasedAt: "2026-12-07T22:00:00.000Z",
  final: false,
  tells: true,
  ...more,
});

const standing = (
  at: string,
  newest?: NewestRelease,
  life: Partial<Life> = {},
  more: object = {},
): Standing => {
  const published = {
    definition: { ...definition(), opensAt: OPENS, closesAt: CLOSES, ...more },
    life: { ...NEW_LIFE, ...life },
  };
  return { ...published, calendar: calendarAt(published, newest, new Date(at)) };
};
const ahead = (iso: string, hours: number) =>
  new Date(Date.parse(iso) - hours * HOUR).toISOString();

const page = (language: string, ...all: Standing[]): string =>
  renderToString(
    h(HomePage, {
      language,
      text: catalogueFor(language),
      assets: { style: "" } as never,
      origin: "https://consult.example.org",
      listing: listingOf(all),
    }),
  );
const words = (html: string) =>
  /<main.*<\/main>/s
    .exec(html)![0]
    .replaceAll(/<\/?(time|b|span)\b[^>]*>/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
const links = (html: string) =>
  [...html.matchAll(/<a class="button (\w+)" href="\/c\/test-2026(\/results)?\?lang=\w+"/g)].map(
    ([, kind, results]) => `${kind} ${results === undefined ? "page" : "results"}`,
  );

const endless = { opensAt: undefined, closesAt: undefined };
const final = release({ final: true, releasedAt: CLOSES });
const [RATE, RESULTS, PAGE] = ["primary page", "secondary results", "secondary page"];
const MOMENTS = {
  "Coming Opens on 1 December 2026 at 09:00 (Kazakhstan Time), and is then open until 20 December 2026.":
    [standing(ahead(OPENS, 24)), [PAGE]],
  "Open Open until 20 December 2026. What": [standing(OPENS), [RATE, RESULTS]],
  "Open until 20 December 2026. Newest results: 8 December 2026.": [
    standing(ahead(CLOSES, 48), release()),
    [RATE, RESULTS],
  ],
  "Less than a day left: open until the end of 20 December 2026 (Kazakhstan Time). Newest results:":
    [standing(ahead(CLOSES, 3), release()), [RATE, RESULTS]],
  "Less than a day left: open until 20 December 2026 at 23:00 (Kazakhstan Time). What": [
    standing(ahead(CLOSES, 3), undefined, {}, { closesAt: ahead(CLOSES, 1) }),
    [RATE, RESULTS],
  ],
  "Open. No closing day is set.": [standing(CLOSES, undefined, {}, endless), [RATE, RESULTS]],
  "Paused: no answers are taken just now. It closes after 20 December 2026.": [
    standing(ahead(CLOSES, 48), release(), { paused: true }),
    [PAGE, RESULTS],
  ],
  "Paused: no answers are taken just now. What": [
    standing(CLOSES, undefined, { paused: true }, endless),
    [PAGE, RESULTS],
  ],
  "Closed Closed. The last day was 20 December 2026; the answers are being counted. Newest results: 8":
    [standing(CLOSES, release()), [RESULTS]],
  "The last day was 20 December 2026; too few answered for results to be shown.": [
    standing(CLOSES, release({ final: true, tells: false })),
    [RESULTS],
  ],
  "Closed. The last day was 20 December 2026. Final results: 21 December 2026.": [
    standing(CLOSES, final),
    ["primary results"],
  ],
} as const;

describe("a consultation on the start page", () => {
  test("says where it stands by its own zone, and offers what can be done", () => {
    for (const [said, [one, offered]] of Object.entries(MOMENTS)) {
      const html = page("en", one);
      const shown = words(html).replace(/(Open|Coming|Closed) A consultation /, "$1 ");
      expect(shown).toContain(said);
      expect(links(html)).toEqual(offered);
    }
  });

  test.each(Object.keys(CATALOGUES))(
    "offers rating only while answers are taken, in %s",
    (lang) => {
      const { home } = catalogueFor(lang);
      const seen = new Set<string>();
      for (const [one] of Object.values(MOMENTS)) {
        const html = page(lang, one);
        expect(html.includes(`>${home.rate}</a>`)).toBe(one.calendar.canRate);
        // Every place of every sentence is filled.
        expect(words(html)).not.toMatch(/\{\w+\}|undefined|Invalid/);
        seen.add(/<p class="state">.*?<\/p>/s.exec(html)![0]);
      }
      expect(seen.size).toBe(Object.keys(MOMENTS).length);
    },
  );

  test("gives programs its moments too", () => {
    const html = page("kk", standing(ahead(OPENS, 3)));
    expect(html).toContain(`<time datetime="${OPENS}">`);
    expect(html).toContain('<time datetime="2026-12-20">');
  });
});

describe("the list", () => {
  const named = (id: string, one: Standing): Standing => ({
    ...one,
    definition: { ...one.definition, id },
  });
  const closing = (id: string, closesAt: string, at: string, newest?: NewestRelease) =>
    named(id, standing(at, newest, {}, { closesAt }));

  test("has what closes first on top, what opens next, and what closed last; nothing archived", () => {
    const at = "2026-12-10T00:00:00.000Z";
    const all = [
      closing("old", "2025-01-01T00:00:00Z", at, final),
      closing("endless", undefined as never, at),
      named("soon", standing(at, undefined, {}, { opensAt: "2026-12-12T00:00:00Z" })),
      closing("later", "2026-12-20T19:00:00.500Z", at),
      closing("recent", "2026-12-02T00:00:00Z", at),
      named("sooner", standing(at, undefined, {}, { opensAt: "2026-12-11T00:00:00Z" })),
      closing("first", "2026-12-20T19:00:00Z", at),
      named("archived", standing(CLOSES, final, { archived: true })),
    ];
    const ids = (some: readonly Standing[]) => some.map((one) => one.definition.id);
    const { open, coming, closed } = listingOf(all);
    expect(ids(open)).toEqual(["first", "later", "endless"]);
    expect(ids(coming)).toEqual(["sooner", "soon"]);
    expect(ids(closed)).toEqual(["recent", "old"]);
    const html = page("en", ...all);
    const headings = [...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, one]) => one);
    expect(headings).toEqual(["Open", "Coming", "Closed"]);
  });

  test("without anything open says what to do instead", () => {
    const { home, organiser } = catalogueFor("en");
    expect(words(page("en"))).toContain(`${home.emptyTitle} ${home.empty}`);
    expect(page("en")).toContain(`<a href="/organise?lang=en">${organiser.page.console}</a>`);
    expect(words(page("en", standing(ahead(OPENS, 1))))).toContain(home.emptyComing);
    expect(words(page("en", standing(CLOSES, final)))).toContain(home.emptyClosed);
    expect(words(page("en", standing(OPENS)))).not.toContain(home.emptyTitle);
  });
});

test("the ways to who asks are named by their consultation too", () => {
  const ids = ["one", "two"];
  const html = page("en", ...ids.map((id) => standing(CLOSES, release(), {}, { id })));
  for (const id of ids) {
    expect(html).toContain(`aria-labelledby="asks-${id} title-${id}"`);
    for (const named of [`asks-${id}`, `title-${id}`]) {
      expect(html.split(` id="${named}"`)).toHaveLength(2);
    }
  }
});
