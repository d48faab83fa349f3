import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { NewsEvent, NewsRelease } from "../../../domain/news/event.ts";
import { newsFor, newsOf } from "../../../domain/news/news.ts";
import type { ResponseEntry } from "../../../domain/response/entry.ts";
import { answer, anyRecord, CONSULTATION, iso, withdrawal } from "./records.ts";

const DAY = 86_400_000;
const FAR = new Date("2030-01-01T00:00:00Z");

const release = (number: number, releasedAt: string, final = false): NewsRelease => ({
  release: number,
  releasedAt,
  hash: "0".repeat(64),
  final,
});

const news = (
  entries: readonly ResponseEntry[],
  now = FAR,
  releases: readonly NewsRelease[] = [],
): NewsEvent[] => newsOf({ consultation: CONSULTATION, releases, entries, now });
const keys = (events: readonly NewsEvent[]) => events.map(({ key }) => key);
const told = ({ key, kind, at, about }: NewsEvent) => ({ key, kind, at, about });

describe("news", () => {
  test("are opening, releases, answers, promises and closing, the newest first", () => {
    const moved = {
      ...CONSULTATION,
      closings: [{ at: "2026-02-01T00:00:00Z", to: CONSULTATION.closesAt }],
    };
    const events = newsOf({
      consultation: moved,
      releases: [
        release(2, "2026-03-01T19:01:00.000Z", true),
        release(1, "2026-01-20T04:00:00.000Z"),
      ],
      entries: [
        answer(1, "2026-01-21T08:00:00Z", { promised: "2026-02-10" }),
        answer(2, "2026-02-12T08:00:00Z", { corrects: 1 }),
        withdrawal(3, "2026-02-13T08:00:00Z", 2),
      ],
      now: FAR,
    });
    expect(events.map(({ kind, at }) => [kind, at])).toEqual([
      ["final-release", "2026-03-01T19:01:00.000Z"],
      ["closed", "2026-03-01T19:00:00Z"],
      ["withdrawal", "2026-02-13T08:00:00Z"],
      ["correction", "2026-02-12T08:00:00Z"],
      // The eleventh begins in Almaty five hours before it does in UTC.
      ["promise-passed", "2026-02-10T19:00:00.000Z"],
      ["closing-moved", "2026-02-01T00:00:00Z"],
      ["answer", "2026-01-21T08:00:00Z"],
      ["release", "2026-01-20T04:00:00.000Z"],
      ["opened", "2026-01-10T04:00:00Z"],
    ]);
    expect(new Set(keys(events)).size).toBe(events.length);
  });

  test("of what has not happened yet tell nothing", () => {
    expect(news([], new Date("2026-01-10T03:59:59Z"))).toEqual([]);
    expect(keys(news([], new Date("2026-01-10T04:00:00Z")))).toEqual(["opened"]);
    const promise = [answer(1, "2026-01-21T08:00:00Z", { promised: "2026-02-10" })];
    expect(keys(news(promise, new Date("2026-02-10T18:59:59Z")))).not.toContain("promise/1");
    expect(keys(news(promise, new Date("2026-02-10T19:00:00Z")))).toContain("promise/1");
  });

  test("of an answer that was withdrawn say when", () => {
    const entries = [answer(1, "2026-04-01T08:00:00Z"), withdrawal(2, "2026-04-03T08:00:00Z", 1)];
    expect(news(entries).find(({ key }) => key === "response/1")).toMatchObject({
      at: "2026-04-01T08:00:00Z",
      updated: "2026-04-03T08:00:00Z",
    });
  });
});

describe("a promise that passed", () => {
  const passed = (entries: readonly ResponseEntry[]) =>
    keys(news(entries)).filter((key) => key.startsWith("promise/"));
  const promised = answer(1, "2026-01-21T08:00:00Z", { promised: "2026-02-10" });

  test("is none where something followed by the end of the day, or it was withdrawn before", () => {
    expect(passed([promised])).toEqual(["promise/1"]);
    expect(passed([promised, answer(2, "2026-02-10T18:00:00Z", { day: "2026-02-10" })])).toEqual(
      [],
    );
    expect(passed([promised, withdrawal(2, "2026-02-01T08:00:00Z", 1)])).toEqual([]);
  });

  test("stays news whatever is recorded afterwards", () => {
    const late = answer(2, "2026-02-20T08:00:00Z", { day: "2026-02-09" });
    expect(passed([promised, late])).toEqual(["promise/1"]);
    expect(passed([promised, withdrawal(2, "2026-02-20T08:00:00Z", 1)])).toEqual(["promise/1"]);
  });

  test("of years ago, entered with what followed, is none", () => {
    const old = answer(1, "2026-04-01T08:00:00Z", { day: "2020-01-01", promised: "2021-01-01" });
    const then = answer(2, "2026-04-01T08:30:00Z", { day: "2020-12-01", status: "done" });
    expect(passed([old, then])).toEqual([]);
    expect(passed([old])).toEqual(["promise/1"]);
    expect(news([old])[0]!.at).toBe("2026-04-01T19:00:00.000Z");
  });
});

describe("releases", () => {
  const minutes = (count: number, from = Date.parse("2026-01-10T05:00:00Z")) =>
    Array.from({ length: count }, (_, place) =>
      release(count - place, iso(from + (count - place) * 60_000)),
    );

  test("of a clock of minutes are one a day, and of those thirty", () => {
    const events = news([], FAR, minutes(3 * 24 * 60)).filter(({ kind }) => kind === "release");
    expect(events.map(({ at }) => at.slice(0, 10))).toEqual([
      "2026-01-13",
      "2026-01-12",
      "2026-01-11",
      "2026-01-10",
    ]);
    const many = news([], FAR, minutes(32 * 24 * 60)).filter(({ kind }) => kind === "release");
    expect(many).toHaveLength(30);
  });

  test("the last is news on whatever day", () => {
    const all = minutes(10);
    const last = { ...all[0]!, final: true };
    expect(
      keys(news([], FAR, [last, ...all.slice(1)])).filter((key) => key.startsWith("release")),
    ).toEqual(["release/10", "release/1"]);
  });

  test("that come later make none of the earlier no news, but by their number", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 * DAY }), { maxLength: 25 }), (gaps) => {
        let at = Date.parse("2026-01-10T05:00:00Z");
        const all = gaps.map((gap, place) => release(place + 1, iso((at += gap))));
        const newestFirst = (count: number) => all.slice(0, count).toReversed();
        for (let count = 0; count < all.length; count++) {
          const [before, after] = [
            news([], FAR, newestFirst(count)),
            news([], FAR, newestFirst(count + 1)),
          ];
          expect(after.map(told)).toEqual(expect.arrayContaining(before.map(told)));
        }
      }),
    );
  });
});

describe("whatever is recorded", () => {
  test("nothing that was told is taken back or told otherwise by what comes later", () => {
    fc.assert(
      fc.property(anyRecord, fc.integer({ min: 0, max: 300 }), (entries, days) => {
        for (let count = 0; count <= entries.length; count++) {
          const then = Date.parse(entries[count]?.at ?? "2026-09-01T00:00:00Z");
          // As it was told just before the next entry came, and ever after.
          const before = news(entries.slice(0, count), new Date(then - 1));
          const after = news(entries, new Date(then + days * DAY));
          expect(after.map(told)).toEqual(expect.arrayContaining(before.map(told)));
        }
      }),
    );
  });

  test("no two have one key, and they are in order", () => {
    fc.assert(
      fc.property(anyRecord, (entries) => {
        const events = news(entries);
        expect(new Set(keys(events)).size).toBe(events.length);
        const times = events.map(({ at }) => Date.parse(at));
        expect(times).toEqual(times.toSorted((one, other) => other - one));
      }),
    );
  });

  test("who follows a part is told all of that and of the whole, and nothing of others", () => {
    fc.assert(
      fc.property(anyRecord, (entries) => {
        const events = news(entries);
        const whole = events.filter(({ about }) => about === undefined);
        for (const addressee of ["K", "W"]) {
          const narrowed = newsFor(events, { addressee });
          expect(narrowed).toEqual(expect.arrayContaining(whole));
          expect(narrowed.every(({ about }) => (about?.addressee ?? addressee) === addressee)).toBe(
            true,
          );
        }
        const parts = ["K1", "K2", "W1"].map((recommendation) =>
          newsFor(events, { recommendation }),
        );
        const abouts = parts.flatMap((part) => part.filter(({ about }) => about !== undefined));
        expect(abouts.length + whole.length).toBe(events.length);
      }),
    );
  });
});
