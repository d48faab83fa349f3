import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { isDrawable } from "../../../web/language/drawable.ts";
import { LedgerFile } from "../../../web/ledger/ledger-file.tsx";
import type { LedgerView } from "../../../web/ledger/view.ts";
import { formatDay } from "../../../web/text.ts";
import { CATALOGUES, LANGUAGES } from "../../support/languages.ts";
import { AT_RISK } from "../../support/at-risk.ts";
import { IN_ARABIC } from "../../support/other-scripts.ts";
import { cellOf, made, wordsOf } from "../results/made.ts";
import { NOT_EVERYWHERE } from "../results/everywhere.ts";
import {
  asked,
  ENTRIES,
  ledgerEmbedOf,
  ledgerPageOf,
  ratedRelease,
  viewOfLedger,
} from "./given.ts";

const DEFINITION = asked();
const RELEASE = ratedRelease(DEFINITION);
const view = (more: Parameters<typeof viewOfLedger>[0] = {}) =>
  viewOfLedger({ definition: DEFINITION, release: RELEASE, ...more });

/** The codes of the table from top to bottom. */
const codes = (html: string) =>
  [...html.matchAll(/<th scope="row"><a [^>]*\/r\/([^?"]+)\?/g)].map(([, code]) => code);
/** The same of the picture: the labels of its marks. */
const drawn = (html: string) =>
  [...html.matchAll(/<tspan class="value">([^<]+)<\/tspan>/g)].map(([, code]) => code);
const rowOf = (html: string, code: string) =>
  wordsOf(html.match(/<tr>.*?<\/tr>/gs)!.find((row) => row.includes(`/r/${code}?`))!);

describe("the table and the picture", () => {
  test("show the same recommendations in the same order, each with a link to its page", () => {
    for (const by of ["both", "public", "expert"]) {
      const html = ledgerPageOf(view({ query: { by } }));
      const expected = view({ query: { by } }).ledger.rows.map(({ code }) => code);
      expect(codes(html)).toEqual(expected);
      expect(drawn(html)).toEqual(expected);
    }
    expect(codes(ledgerPageOf(view({ query: { by: "nonsense" } })))).toEqual(
      codes(ledgerPageOf(view({ query: { by: "both" } }))),
    );
  });

  test("show what an addressee and a status leave, together with the order, in links that keep all", () => {
    const html = ledgerPageOf(
      view({ query: { addressee: "K", status: "no-answer", by: "expert" } }),
    );
    expect(codes(html)).toHaveLength(11);
    expect(codes(html).every((code) => code!.startsWith("K"))).toBe(true);
    expect(html).toContain(
      "ledger?by=public&amp;addressee=K&amp;status=no-answer&amp;lang=en#priority",
    );
    expect(html).toContain("ledger?by=expert&amp;status=no-answer&amp;lang=en#priority");
    expect(html).toContain("ledger?by=expert&amp;addressee=K&amp;status=no-answer&amp;lang=kk");
    const nothing = ledgerPageOf(view({ query: { addressee: "W", status: "done" } }));
    expect(codes(nothing)).toEqual([]);
    expect(nothing).toContain(CATALOGUES.en.ledger.choose.nothing);
    for (const unknown of ["__proto__", "constructor", "X"]) {
      const whole = ledgerPageOf(view({ query: { addressee: unknown, status: unknown } }));
      expect(codes(whole)).toHaveLength(18);
    }
  });

  test("give only the orders that a release allows", () => {
    const rows = DEFINITION.recommendations.map(() => [5, 5, 5, 5, 20, 0, 0]);
    const release = made({ definition: DEFINITION, cells: { public: cellOf(rows) } });
    const html = ledgerPageOf(view({ release, query: { by: "expert" } }));
    expect(/[?;]by=/.test(html)).toBe(false);
    expect(html).toContain(CATALOGUES.en.ledger.choose.explained.public);
  });
});

describe.each(LANGUAGES)("silence, in %s", (language) => {
  const text = CATALOGUES[language];
  const day = (iso: string) => formatDay(language, iso);

  test("is a state with a date and its days, whatever the status", () => {
    const html = ledgerPageOf(view({ language }));
    for (const code of ["K5", "W1"]) {
      expect(rowOf(html, code)).toContain(day("2026-03-03"));
      expect(rowOf(html, code)).toMatch(/\b212\b/);
    }
    expect(rowOf(html, "W1")).toContain(text.response.statuses.acknowledged);
    expect(rowOf(html, "W1")).toContain(text.ledger.table.byOrganiser);
    expect(rowOf(html, "W1")).toContain("Answer to a question in parliament");
    expect(rowOf(html, "K3")).toContain(text.response.statuses.rejected);
    expect(rowOf(html, "K3")).toContain(day("2026-05-05"));
    expect(rowOf(html, "K3")).toMatch(/\b63\b/);
    expect(rowOf(html, "K1")).toContain(day("2026-06-01"));
    expect(html.match(/\{\w+\}/g)).toBe(null);
  });

  test("is not counted before the first release, and it says from when; answers are there", () => {
    const html = ledgerPageOf(view({ language, release: undefined }));
    const said = wordsOf(html);
    for (const one of [text.ledger.state.notStarted, text.ledger.state.starts]) {
      expect(said).toContain(one);
    }
    expect(html).not.toContain('class="chart"');
    expect(rowOf(html, "K3")).toContain(text.response.statuses.rejected);
    expect(rowOf(html, "K5")).toContain(text.ledger.silence.before);
    expect(said).not.toMatch(/\b212\b/);
  });

  test("is counted of too few too, whose priority is not told", () => {
    const rows = DEFINITION.recommendations.map(() => [0, 0, 1, 1, 0, 0, 0]);
    const release = made({ definition: DEFINITION, cells: { public: cellOf(rows) } });
    const html = ledgerPageOf(view({ language, release, entries: [] }));
    expect(wordsOf(html)).toContain(text.ledger.state.tooFew);
    expect(codes(html)).toEqual(DEFINITION.recommendations.map(({ code }) => code));
    expect(rowOf(html, "K5")).toMatch(/\b212\b/);
    expect(html).not.toContain('class="ledger-rating"');
    expect(html).not.toContain("panel-mark");
  });
});

test("of an addressee it tells the share of the ten highest, median, longest silence, passed promises", () => {
  const html = ledgerPageOf(view());
  const [western = "", own = ""] = html
    .split('<ul class="ledger-addressees">')[1]!
    .split("</ul>")[0]!
    .split("</li>")
    .map(wordsOf);
  const { addressees } = view().ledger;
  expect(western).toContain(`0 of ${addressees[0]!.top.of}`);
  expect(own).toContain(`${addressees[1]!.top.answered} of ${addressees[1]!.top.of}`);
  expect(own).toContain("K1 (by 1 June 2026)");
  expect(western).toMatch(/212 days: .*W2/);
  const many = asked(100);
  const all = wordsOf(
    ledgerPageOf(viewOfLedger({ definition: many, release: ratedRelease(many) })),
  );
  expect(all).toMatch(/212 days: (?:[WK][\d.]+ ?,? ?){12} and \d+ more/);
});

test("people at risk have a neutral head, and no frame is offered", () => {
  const definition = { ...AT_RISK, release: { every: "week" as const } };
  const html = ledgerPageOf(viewOfLedger({ definition, release: ratedRelease(definition) }));
  const head = html.split("</head>")[0]!;
  expect(head).toContain(`<title>${CATALOGUES.en.rate.page.title}</title>`);
  for (const word of ["Kazakhstan", CATALOGUES.en.ledger.name, "picture.png"]) {
    expect(head).not.toContain(word);
  }
});

describe("as a file", () => {
  const fileOf = (of: LedgerView) =>
    renderToString(h(LedgerFile, { view: of, newest: of.newest! }));

  test.each([...LANGUAGES, "ar"])("it is a picture that stands alone, in %s", (language) => {
    const definition = language === "ar" ? IN_ARABIC : DEFINITION;
    const release = { ...ratedRelease(definition), simulated: true };
    const entries = language === "ar" ? [] : ENTRIES;
    const of = viewOfLedger({ language, definition, release, entries });
    const svg = fileOf(of);
    expect(NOT_EVERYWHERE.exec(svg)?.[0]).toBeUndefined();
    expect(svg.indexOf("<svg", 1)).toBe(-1);
    expect(isDrawable(svg)).toBe(true);
    const said = wordsOf(svg)
      .replace(/[\u2066-\u2069]/g, "")
      .replace(/\s+/g, " ");
    const { text } = of;
    for (const one of [
      definition.title[language]!,
      `https://kenes.example/c/${definition.id}/ledger`,
      "CC BY 4.0",
      text.results.simulated,
      text.results.chart.caveat,
      formatDay(language, "2026-10-01"),
      ...of.lines.map(({ code }) => `${code} `),
    ]) {
      expect(said).toContain(one);
    }
  });

  test("it has a line for each recommendation, none on another, in its order", () => {
    const many = asked(100);
    const of = viewOfLedger({ definition: many, release: ratedRelease(many) });
    const places = [...fileOf(of).matchAll(/translate\(([\d.]+) ([\d.]+)\)/g)]
      .slice(2)
      .map(([, , y]) => Number(y));
    expect(places).toHaveLength(100);
    places.slice(1).forEach((y, place) => expect(y - places[place]!).toBe(18));
  });
});

test("within another site's page stand the ten highest with their names, and the way to the whole", () => {
  const html = ledgerEmbedOf(view());
  const top = view().lines.filter(({ places }) => places.both! <= 10);
  expect(drawn(html)).toEqual(top.map(({ code }) => code));
  for (const { said } of top) expect(wordsOf(html)).toContain(said as string);
  expect(html).toContain('href="/c/kazakhstan-2019/ledger?lang=en" target="_blank" rel="noopener"');
  const before = wordsOf(ledgerEmbedOf(view({ release: undefined })));
  expect(before).toContain(CATALOGUES.en.ledger.state.starts);
});
