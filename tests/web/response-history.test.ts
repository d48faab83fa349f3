import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import type { Answer, ResponseEntry } from "../../domain/response/entry.ts";
import { CATALOGUES, catalogueFor } from "../../web/language/catalogue.ts";
import { ReadBy } from "../../web/language/reader.ts";
import { ResponseHistory } from "../../web/response/response-history.tsx";
import { KAZAKHSTAN } from "../support/world.ts";

/* What readers are told of the answers to one recommendation. */

const recommendation = KAZAKHSTAN.recommendations.find(({ code }) => code === "K1")!;

const answer = (number: number, more: Partial<Answer> = {}): Answer => ({
  kind: "answer",
  number,
  at: `2026-05-${String(number).padStart(2, "0")}T20:00:00Z`,
  by: "addressee",
  recommendation: "K1",
  addressee: "K",
  status: "accepted",
  day: `2026-05-${String(number).padStart(2, "0")}`,
  statement: { ru: "Мы согласны." },
  original: "ru",
  evidence: [],
  ...more,
});

const html = (language: string, entries: readonly ResponseEntry[], since?: string): string =>
  renderToString(
    h(
      ReadBy,
      { value: { language, text: catalogueFor(language) } },
      h(ResponseHistory, {
        consultation: KAZAKHSTAN,
        recommendation,
        entries,
        since,
        today: "2026-06-10",
      }),
    ),
  );
const plain = (page: string): string => page.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("silence", () => {
  test("with nothing recorded, days are told from the first release on", () => {
    expect(plain(html("en", []))).toContain("will be counted from the first results on");
    const told = plain(html("en", [], "2026-05-01"));
    expect(told).toContain("40 days without an official answer");
    expect(told).toContain("No official answer is recorded here.");
  });

  test("ends with the answer that stands", () => {
    const told = plain(html("en", [answer(3)], "2026-05-01"));
    expect(told).toContain("Answered on 3 May 2026, 2 days after the first results of 1 May 2026");
    expect(told).not.toContain("No official answer is recorded here.");
  });
});

describe.each(Object.keys(CATALOGUES))("in %s", (language) => {
  const text = catalogueFor(language);

  test("who recorded it is always said, with the source that an organiser quotes", () => {
    const own = plain(html(language, [answer(1)]));
    const quoted = answer(2, {
      by: "organiser",
      source: { title: "Gazette of 2 May", address: "https://gazette.example/may" },
    });
    const told = html(language, [quoted]);
    const [said, said2] = [text.response.byAddressee, text.response.byOrganiser].map(
      (sentence) => sentence.split(/[{\u2068]/)[0]!,
    );
    expect(own).toContain(said);
    expect(own).not.toContain(said2);
    expect(plain(told)).toContain(said2);
    expect(told).toContain('<a href="https://gazette.example/may" rel="noreferrer" dir="ltr">');
    expect(plain(told)).toContain("gazette.example/may");
  });

  test("every fate is told, and the reason of a withdrawal", () => {
    const told = plain(
      html(language, [
        answer(1),
        answer(2, { corrects: 1, status: "rejected" }),
        answer(3, { status: "acknowledged" }),
        answer(4, { status: "done" }),
        {
          kind: "withdrawal",
          number: 5,
          at: "2026-05-09T00:00:00Z",
          by: "organiser",
          recommendation: "K1",
          withdraws: 4,
          reason: { ru: "Это был другой документ" },
        },
      ]),
    );
    for (const status of ["accepted", "rejected", "acknowledged", "done"] as const) {
      expect(told).toContain(text.response.statuses[status]);
    }
    expect(told).toContain("Это был другой документ");
    expect(told).toContain(text.response.fates.stands);
    expect(told).toContain(text.response.fates.aside);
  });
});

test("a statement stands in the reader's language, beside what was said", () => {
  const both = html("en", [answer(1, { statement: { ru: "Мы согласны.", en: "We agree." } })]);
  expect(both).toContain("<p>We agree.</p>");
  expect(both).toMatch(/<blockquote[^>]* lang="ru" dir="auto"><p>Мы согласны/);
  const only = html("kk", [answer(1)]);
  expect(only).toContain('<div lang="ru" dir="auto"><p>Мы согласны.</p></div>');
  expect(only).not.toContain("<details");
});

test("measures have answers of their own, with their words", () => {
  const told = plain(html("en", [answer(1, { measure: 0 }), answer(2)]));
  expect(told).toContain("To the whole recommendation");
  expect(told).toContain("To measure 1");
  expect(told).toContain(recommendation.measures[0]!["en"]);
});

test("a promise whose day passed says so", () => {
  const told = plain(html("en", [answer(1, { promised: "2026-06-01" })]));
  expect(told).toContain("1 June 2026; that day has passed without a further answer");
});

test("look-alike hosts are shown as they are, and markup stays text", () => {
  const told = html("en", [
    answer(1, {
      evidence: ["https://аpple.example/x"],
      statement: { en: "<b>yes</b>" },
      original: "en",
    }),
  ]);
  expect(told).toContain("xn--pple-43d.example/x");
  expect(told).toContain("&lt;b>yes");
});
