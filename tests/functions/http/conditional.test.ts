import { describe, expect, test } from "vitest";
import { isFresh } from "../../../functions/http/conditional.ts";
import { httpDate } from "../../../functions/http/http-date.ts";

const NOW = new Date("2026-11-24T09:00:00Z");
const HELD = { tag: "abc", modified: new Date("2026-11-20T10:00:00.500Z") };

const fresh = (headers: Record<string, string>) =>
  isFresh(new Request("http://localhost/", { headers }), HELD, NOW);

describe("a tag", () => {
  test.each([
    ['"abc"'],
    ['W/"abc"'],
    ["*"],
    [" * "],
    ['"x", "abc"'],
    ['"x",W/"abc" , "y"'],
    [', "abc",, '],
    ['"a,b", "abc"'],
  ])("is known again in %s", (tags) => {
    expect(fresh({ "If-None-Match": tags })).toBe(true);
  });

  test.each([
    [""],
    ["abc"],
    ['"abc'],
    ['abc"'],
    ["'abc'"],
    ['w/"abc"'],
    ['W/ "abc"'],
    ['"abc" "x"'],
    ['"abc"; gzip'],
    ['"abc-gzip"'],
    ['"ab c"'],
    ['"x", *'],
    ["**"],
    ['\\"abc\\"'],
    ['"xabc"'],
    ["null"],
    [`${'"x",'.repeat(3_000)}`],
  ])("is taken for nothing in %s", (tags) => {
    expect(fresh({ "If-None-Match": tags })).toBe(false);
  });

  test("decides alone, whatever a date says beside it", () => {
    const since = "Sat, 21 Nov 2026 00:00:00 GMT";
    expect(fresh({ "If-Modified-Since": since })).toBe(true);
    expect(fresh({ "If-None-Match": '"x"', "If-Modified-Since": since })).toBe(false);
    // Broken, but there: it says that the reader knows of tags.
    expect(fresh({ "If-None-Match": "abc", "If-Modified-Since": since })).toBe(false);
    expect(
      fresh({ "If-None-Match": '"abc"', "If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 GMT" }),
    ).toBe(true);
  });

  test("in a list of any length costs no more than its length", () => {
    const began = process.threadCpuUsage();
    expect(fresh({ "If-None-Match": `${'"x" ,'.repeat(20_000)}"x" "` })).toBe(false);
    expect(process.threadCpuUsage(began).user / 1_000).toBeLessThan(1_000);
  });
});

describe("a date", () => {
  test.each([
    // To the second, as it was sent.
    ["Fri, 20 Nov 2026 10:00:00 GMT", true],
    ["Fri, 20 Nov 2026 09:59:59 GMT", false],
    ["Friday, 20-Nov-26 10:00:00 GMT", true],
    ["Fri Nov 20 10:00:00 2026", true],
    ["Tue, 24 Nov 2026 09:00:00 GMT", true],
    // It is yet to come: whoever sent it cannot have been told.
    ["Tue, 24 Nov 2026 09:00:01 GMT", false],
    ["Fri, 31 Dec 9999 23:59:59 GMT", false],
    ["", false],
    ["0", false],
    ["2026-11-21", false],
    ["Sat, 21 Nov 2026 10:00:00", false],
    ["Sat, 21 Nov 2026 10:00:00 +0500", false],
    ["Sat, 21 nov 2026 10:00:00 GMT; length=3", false],
    ["Sat, 31 Feb 2026 10:00:00 GMT", false],
    ["Sat, 21 Abc 2026 10:00:00 GMT", false],
    ["yesterday", false],
  ])("%s: %s", (since, expected) => {
    expect(fresh({ "If-Modified-Since": since })).toBe(expected);
  });

  test("of each form is the same moment", () => {
    const forms = ["Sun, 06 Nov 1994 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"];
    expect(forms.map((form) => httpDate(form)?.toISOString())).toEqual([
      "1994-11-06T08:49:37.000Z",
      "1994-11-06T08:49:37.000Z",
    ]);
  });
});
