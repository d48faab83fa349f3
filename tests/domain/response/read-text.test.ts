import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_EVIDENCE, RESPONSE_LENGTHS } from "../../../domain/response/entry.ts";
import { readReason, type TypedAnswer } from "../../../domain/response/read-entry.ts";
import { readAddress } from "../../../domain/response/read-text.ts";
import { read } from "./typing.ts";

describe("texts", () => {
  const LIMIT = RESPONSE_LENGTHS.statement;
  test.each([
    ["nothing in the original language", { en: " ", ru: "Да" }, "/statement/en missing"],
    ["a language that is none of its", { en: "Yes", de: "Ja" }, "/statement/de unknown"],
    [
      "a name of an object's own",
      { en: "Yes", constructor: "x" },
      "/statement/constructor unknown",
    ],
    ["one too many", { en: "x".repeat(LIMIT + 1) }, "/statement/en out-of-range"],
    ["an emoji over the end", { en: `${"x".repeat(LIMIT)}😀` }, "/statement/en out-of-range"],
    ["an override of direction", { en: "We \u202Edesufer\u202C" }, "/statement/en not-allowed"],
    ["an isolate", { en: "We \u2067agree" }, "/statement/en not-allowed"],
    ["a control character", { en: "We\u0000agree" }, "/statement/en not-allowed"],
    ["a heap of marks", { en: `a${"\u0301".repeat(6)}` }, "/statement/en not-allowed"],
  ])("%s is refused", (_, statement, fault) => {
    expect(read({ statement: statement as unknown as TypedAnswer["statement"] })).toEqual([fault]);
  });

  test("emoji up to the limit are kept whole, and marks that languages have too", () => {
    const full = "😀".repeat(LIMIT);
    expect(read({ statement: { en: full } })).toMatchObject({ statement: { en: full } });
    for (const text of ["לָ֑מָּה", "འབྲུག་རྒྱལ་ཁབ", "قُرْآنٌ", "👩‍👩‍👧‍👦", "ệ", "1️⃣"]) {
      expect(read({ statement: { en: text } })).toMatchObject({
        statement: { en: text.normalize("NFC") },
      });
    }
  });

  test("composed and decomposed letters become the same", () => {
    expect(read({ statement: { en: "Cafe\u0301" } })).toMatchObject({ statement: { en: "Café" } });
  });

  test("markup is text", () => {
    const en = "<script>alert(1)</script> & <b>";
    expect(read({ statement: { en } })).toMatchObject({ statement: { en } });
  });

  test("a source is one line, and an organiser always has one", () => {
    expect(read({ sourceTitle: " " })).toEqual(["/source/title missing"]);
    expect(read({ sourceTitle: "a\nb" })).toEqual(["/source/title not-allowed"]);
    expect(read({ sourceTitle: "x".repeat(301) })).toEqual(["/source/title out-of-range"]);
    expect(read({ sourceTitle: `G${"\u0337".repeat(9)}` })).toEqual(["/source/title not-allowed"]);
    expect(read({ sourceTitle: "", sourceAddress: "http://a.example" })).toEqual([
      "/source/title missing",
      "/source/address not-allowed",
    ]);
  });

  test("a reason is there in some language", () => {
    expect(readReason({ en: "", ru: " Ошибка " }, ["en", "ru"])).toEqual({
      reason: { ru: "Ошибка" },
    });
    const faults = (texts: Record<string, string>) => {
      const outcome = readReason(texts, ["en", "ru"]);
      return "faults" in outcome && outcome.faults;
    };
    expect(faults({})).toEqual([{ pointer: "/reason/en", fault: "missing" }]);
    expect(faults({ ru: "x".repeat(601) })).toEqual([
      { pointer: "/reason/ru", fault: "out-of-range" },
    ]);
  });
});

describe("addresses", () => {
  test.each([
    "http://a.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "//a.example",
    "a.example",
    "https://",
    "https://user@a.example/",
    "https://user:pass@a.example/",
    "https://gov.example@evil.example/",
    "https://gov.exa\u00ADmple\u202Egro.live",
    "https://a.example/ b",
    `https://a.example/${"x".repeat(500)}`,
    `https://a.example/${"ж".repeat(200)}`,
  ])("%s is none", (address) => {
    expect(read({ evidence: `https://fine.example\n${address}` })).toEqual([
      "/evidence not-allowed",
    ]);
    expect(read({ sourceAddress: address })).toEqual(["/source/address not-allowed"]);
  });

  test("look-alike hosts are kept as what they are", () => {
    expect(read({ evidence: "https://аkorda.kz/x" })).toMatchObject({
      evidence: ["https://xn--korda-3ve.kz/x"],
    });
  });

  test("at most ten are taken", () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, place) => `https://a.example/${place}`).join("\n");
    expect(read({ evidence: lines(MOST_EVIDENCE) })).toMatchObject({ status: "accepted" });
    expect(read({ evidence: lines(MOST_EVIDENCE + 1) })).toEqual(["/evidence out-of-range"]);
  });

  test("whatever is taken is https, has nothing before its host, and is taken again as it is", () => {
    const near = fc.oneof(
      fc.webUrl({
        validSchemes: ["https", "http"],
        withFragments: true,
        withQueryParameters: true,
      }),
      fc.string({ unit: "grapheme" }).map((text) => `https://${text}`),
      fc.string({ unit: "grapheme" }),
    );
    fc.assert(
      fc.property(near, (text) => {
        const address = readAddress(text, RESPONSE_LENGTHS.address);
        if (address === undefined) return;
        const url = new URL(address);
        expect([url.protocol, url.username, url.password]).toEqual(["https:", "", ""]);
        expect(address).toMatch(/^[\x21-\x7e]+$/);
        expect(readAddress(address, RESPONSE_LENGTHS.address)).toBe(address);
      }),
    );
  });
});
