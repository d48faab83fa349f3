import { isMadeUp } from "../../../domain/response/made-up.ts";
import { describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { daysOf } from "../../../domain/news/days.ts";
import { newsOf } from "../../../domain/news/news.ts";
import type { ResponseEntry } from "../../../domain/response/entry.ts";
import { CATALOGUES, LANGUAGES } from "../../support/languages.ts";
import { atomOf } from "../../../web/news/atom.ts";
import { feedOf } from "../../../web/news/feed.ts";
import { iCalendarOf } from "../../../web/news/icalendar.ts";
import { jsonFeedOf } from "../../../web/news/json-feed.ts";
import { answer, withdrawal } from "../../domain/news/records.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { readAtom, readCalendar, unescaped } from "./reading.ts";

const NOW = new Date("2026-04-01T00:00:00Z");
const origin = "https://consult.example.org";

const consultation: Consultation = {
  ...KAZAKHSTAN,
  opensAt: "2026-01-10T04:00:00Z",
  closesAt: "2026-02-28T19:00:00Z",
  closings: [
    {
      at: "2026-02-01T09:00:00Z",
      from: "2026-02-20T19:00:00Z",
      to: "2026-02-28T19:00:00Z",
      note: { en: "More time", ru: "Больше времени", kk: "Көбірек уақыт" },
    },
  ],
};
const releases = [
  { release: 1, releasedAt: "2026-01-20T04:00:00.000Z", hash: "a".repeat(64), final: false },
];

/** Everything that somebody may try to have a feed reader or a calendar take for something else. */
const NASTY = `<script>alert(1)</script> & ]]> "x" 'y' \u0000\u0008\u001F\uFFFE \uD83D 👩‍👩‍👧 \u202Eabc;\\,\nBEGIN:VEVENT\r\nX: Ә\u0301\u0301`;

const entries: ResponseEntry[] = [
  answer(1, "2026-03-01T08:00:00Z", {
    recommendation: "K3",
    promised: "2026-03-20",
    statement: { en: NASTY },
    source: { title: NASTY, address: "https://gov.example/?a=1&b=2" },
  }),
  answer(2, "2026-03-02T08:00:00Z", {
    recommendation: "K3",
    by: "addressee",
    status: "accepted",
    measure: 0,
    statement: { kk: "Қабылдаймыз" },
    original: "kk",
    evidence: ["https://gov.example/plan"],
    corrects: 1,
    promised: "2026-05-01",
  }),
  { ...withdrawal(3, "2026-03-05T08:00:00Z", 2), recommendation: "K3", reason: { ru: NASTY } },
  answer(4, "2026-03-06T08:00:00Z", {
    recommendation: "W1",
    addressee: "W",
    promised: "2026-03-10",
  }),
];

const reader = (language: string) => ({
  language,
  text: CATALOGUES[language as keyof typeof CATALOGUES],
});
const made = (language: string, wanted = {}, of: Consultation = consultation, all = entries) => {
  const madeUp = isMadeUp(undefined, all);
  const given = { ...reader(language), origin, consultation: of, madeUp };
  const news = newsOf({ consultation: of, releases, entries: all, now: NOW });
  const days = daysOf(of, all, NOW);
  return { feed: feedOf({ ...given, news, wanted }), calendar: iCalendarOf({ ...given, days }) };
};

describe.each(LANGUAGES)("in %s", (language) => {
  const { feed, calendar } = made(language);

  test("a feed is one by the rules, and says all of it in both formats", () => {
    const atom = readAtom(atomOf(feed));
    const json = JSON.parse(jsonFeedOf(feed)) as {
      version: string;
      title: string;
      feed_url: string;
      language: string;
      items: {
        id: string;
        url: string;
        title: string;
        content_text: string;
        date_published: string;
      }[];
    };
    expect(json).toMatchObject({ version: "https://jsonfeed.org/version/1.1", language });
    expect(json.feed_url).toBe(`${origin}/c/kazakhstan-2019/feed.json?lang=${language}`);
    expect(atom.self).toBe(`${origin}/c/kazakhstan-2019/feed.atom?lang=${language}`);
    expect(atom.title).toBe(json.title);
    expect(atom.entries.map(({ id, title, address }) => [id, title, address])).toEqual(
      json.items.map(({ id, title, url }) => [id, title, url]),
    );
    expect(atom.entries).toHaveLength(10);
    for (const [place, { text }] of atom.entries.entries()) {
      // Of what XML cannot hold a sign is left; a line's end is one.
      const plain = json.items[place]!.content_text.toWellFormed().replace(
        /(?![\t\n\r])\p{Cc}|\uFFFE/gu,
        "\uFFFD",
      );
      expect(text.replaceAll("\r\n", "\n").replaceAll("\r", "\n")).toBe(
        plain.replaceAll("\r\n", "\n"),
      );
    }
    // Nothing stands there that is a place for something else.
    expect(atomOf(feed) + calendar).not.toMatch(/\{\w+\}|undefined|null|NaN|\[object/);
  });

  test("a calendar is one by the rules", () => {
    const { events } = readCalendar(calendar);
    expect(events.map(({ UID, SEQUENCE, STATUS }) => [UID, SEQUENCE, STATUS])).toEqual([
      ["kazakhstan-2019/opening@consult.example.org", "0", "CONFIRMED"],
      ["kazakhstan-2019/closing@consult.example.org", "1", "CONFIRMED"],
      ["kazakhstan-2019/promise/4@consult.example.org", "0", "CONFIRMED"],
      ["kazakhstan-2019/promise/1@consult.example.org", "2", "CONFIRMED"],
    ]);
    expect(events[1]).toMatchObject({ DTSTART: "20260228T180000Z", DTEND: "20260228T190000Z" });
    expect(events[3]).toMatchObject({
      "DTSTART;VALUE=DATE": "20260320",
      "DTEND;VALUE=DATE": "20260321",
    });
    expect(events[3]!["URL"]).toBe(`${origin}/c/kazakhstan-2019/r/K3?lang=${language}`);
    expect(unescaped(events[3]!["DESCRIPTION"]!)).toContain(
      KAZAKHSTAN.recommendations.find(({ code }) => code === "K3")!.title[language as "en"] ?? "K3",
    );
  });
});

describe("an entry", () => {
  const { entries: all } = readAtom(atomOf(made("en").feed));
  const about = (part: string) => all.find(({ id }) => id.endsWith(part))!;

  test("keeps its id, whatever comes later and in whatever language", () => {
    const before = made("en", {}, consultation, entries.slice(0, 1)).feed.entries.map(
      ({ id }) => id,
    );
    const [en, kk] = ["en", "kk"].map((language) =>
      made(language).feed.entries.map(({ id }) => id),
    );
    expect(en).toEqual(kk);
    expect(en).toEqual(expect.arrayContaining(before.filter((id) => !id.includes("promise"))));
  });

  test("says who said it, where that stands, and that it does not hold any more", () => {
    const quoted = about("/response/1");
    expect(quoted.text).toContain("quoted here by the organisers: Government of Kazakhstan");
    expect(quoted.text).toContain("https://gov.example/?a=1&b=2");
    expect(quoted.text).toContain("<script>alert(1)</script>");
    const own = about("/response/2");
    expect(own.title).toBe("K3: an answer was corrected – Accepted – Government of Kazakhstan");
    expect(own.text).toContain("Answered by the addressee itself");
    expect(own.text).toContain("Қабылдаймыз");
    expect(own.text).toContain("withdrawn by the organisers on 5 March 2026");
    expect([own.published, own.updated]).toEqual([
      "2026-03-02T08:00:00.000Z",
      "2026-03-05T08:00:00.000Z",
    ]);
    expect(own.address).toBe(`${origin}/c/kazakhstan-2019/r/K3?lang=en`);
  });

  test("of a promise says what was on record when its day was over", () => {
    const passed = about("/promise/4");
    expect(passed.title).toBe(
      "W1: a promised day has passed – Western governments and institutions",
    );
    expect(passed.published).toBe("2026-03-10T19:00:00.000Z");
  });
});

test("what is wanted narrows the feed, and its addresses say so", () => {
  const { feed } = made("en", { addressee: "W" });
  expect(feed.atom).toBe(`${origin}/c/kazakhstan-2019/feed.atom?lang=en&addressee=W`);
  expect(feed.title).toContain("Western governments");
  expect(feed.entries.map(({ id }) => id.split(":").at(-1)!.split("/").slice(1).join("/"))).toEqual(
    ["promise/4", "response/4", "closed", "closing/1", "release/1", "opened"],
  );
  expect(made("en", { recommendation: "K1" }).feed.entries).toHaveLength(4);
});

test("a consultation of which no day is known has a calendar all the same", () => {
  const { calendar, feed } = made("en", {}, KAZAKHSTAN, []);
  expect(readCalendar(calendar).events).toEqual([]);
  // Before anything has happened, the day of the report is the last on which something did.
  expect(readAtom(atomOf({ ...feed, entries: [] })).updated).toMatch(/^20\d\d-/);
});
