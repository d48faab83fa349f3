import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_EVIDENCE, RESPONSE_LENGTHS } from "../../../domain/response/entry.ts";
import {
  readAnswer,
  readReason,
  type Recording,
  statusesFor,
  type TypedAnswer,
} from "../../../domain/response/read-entry.ts";
import { readAddress } from "../../../domain/response/read-text.ts";
import { RESPONSE_STATUSES } from "../../../domain/response/status.ts";
import { definition } from "../consultation/definition.ts";
import { answer } from "./histories.ts";

const consultation = definition();
const recommendation = consultation.recommendations.find(({ code }) => code === "K1")!;
const TODAY = "2026-06-10";

const typed: TypedAnswer = {
  measure: "",
  status: "accepted",
  day: "2026-06-01",
  statement: { en: "We agree." },
  original: "en",
  evidence: "",
  sourceTitle: "The Gazette, 1 June 2026",
  sourceAddress: "",
  promised: "",
};
const organiser: Recording = {
  consultation,
  recommendation,
  by: "organiser",
  today: TODAY,
  corrected: undefined,
};
const addressee: Recording = { ...organiser, by: "addressee" };

const read = (more: Partial<TypedAnswer>, recording = organiser) => {
  const outcome = readAnswer({ ...typed, ...more }, recording);
  return "faults" in outcome
    ? outcome.faults.map(({ pointer, fault }) => `${pointer} ${fault}`)
    : outcome.answer;
};
const corrected = (more: Parameters<typeof answer>[1]) => ({
  ...answer(1, { day: "2026-06-02", ...more }),
  fate: "stands" as const,
});

test("what an organiser typed becomes an answer", () => {
  expect(
    read({
      measure: "0",
      statement: { en: "  We agree.\r\n\r\nSoon. ", ru: "", kk: "Келісеміз." },
      evidence: "https://a.example/1\r\n\n https://b.example\nhttps://a.example/1",
      sourceAddress: "https://gazette.example/1",
      promised: "2026-09-01",
    }),
  ).toEqual({
    kind: "answer",
    by: "organiser",
    recommendation: "K1",
    addressee: "K",
    measure: 0,
    status: "accepted",
    day: "2026-06-01",
    statement: { en: "We agree.\n\nSoon.", kk: "Келісеміз." },
    original: "en",
    evidence: ["https://a.example/1", "https://b.example/"],
    source: { title: "The Gazette, 1 June 2026", address: "https://gazette.example/1" },
    promised: "2026-09-01",
  });
});

describe("a desk", () => {
  test("records today, whatever day is sent along, and needs no source", () => {
    const made = read({ day: "2020-01-01", sourceTitle: "" }, addressee);
    expect(made).toMatchObject({ by: "addressee", day: TODAY });
    expect(made).not.toHaveProperty("source");
  });

  test("cannot say that it has not answered", () => {
    expect(read({ status: "no-answer" }, addressee)).toEqual(["/status unknown"]);
    expect(statusesFor("organiser")).toEqual(RESPONSE_STATUSES);
  });

  test("corrects under the day of what it corrects, at the same place", () => {
    const made = read(
      { measure: "0", day: "2026-06-09" },
      { ...addressee, corrected: corrected({ number: 4 }) },
    );
    expect(made).toMatchObject({ day: "2026-06-02", corrects: 4 });
    expect(made).not.toHaveProperty("measure");
  });

  test("cannot make an answer of what was none by correcting it: that would be answered earlier", () => {
    const late = { ...addressee, corrected: corrected({ status: "acknowledged" }) };
    expect(read({}, late)).toEqual(["/status not-allowed"]);
    expect(read({ status: "acknowledged" }, late)).toMatchObject({ status: "acknowledged" });
    const back = { ...addressee, corrected: corrected({}) };
    expect(read({ status: "acknowledged" }, back)).toMatchObject({ day: "2026-06-02" });
  });

  test("cannot correct away a promise whose day is over", () => {
    const broken = { ...addressee, corrected: corrected({ promised: "2026-06-09" }) };
    expect(read({}, broken)).toEqual(["/promised not-allowed"]);
    expect(read({ promised: "2026-07-01" }, broken)).toEqual(["/promised not-allowed"]);
    expect(read({ promised: "2026-06-09" }, broken)).toMatchObject({ promised: "2026-06-09" });
    const ofToday = { ...addressee, corrected: corrected({ promised: TODAY }) };
    expect(read({ promised: "2026-07-01" }, ofToday)).toMatchObject({ promised: "2026-07-01" });
  });
});

describe("days", () => {
  test.each([
    ["", "/day missing"],
    ["yesterday", "/day wrong-type"],
    ["2026-02-30", "/day wrong-type"],
    ["2026-06-11", "/day out-of-range"],
    ["2019-11-26", "/day out-of-range"],
  ])("of an organiser's quote: %s", (day, fault) => {
    expect(read({ day })).toEqual([fault]);
  });

  test("from that of the report to today are taken", () => {
    for (const day of ["2019-11-27", TODAY]) expect(read({ day })).toMatchObject({ day });
  });

  test.each([
    ["2026-05-31", "/promised out-of-range"],
    ["2076-06-02", "/promised out-of-range"],
    ["soon", "/promised wrong-type"],
  ])("promised: %s", (promised, fault) => {
    expect(read({ promised })).toEqual([fault]);
  });

  test("promised on the very day is taken", () => {
    expect(read({ promised: "2026-06-01" })).toMatchObject({ promised: "2026-06-01" });
  });
});

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

test("a place, a status and a language that there are not are all told at once", () => {
  expect(read({ measure: "1", status: "agreed", original: "de" })).toEqual([
    "/measure unknown",
    "/status unknown",
    "/original unknown",
  ]);
  for (const measure of ["-1", "0.5", "1e3", "__proto__"]) {
    expect(read({ measure })).toEqual(["/measure unknown"]);
  }
});

test("whatever is typed, what is taken is within every limit, and reading never fails", () => {
  const text = fc.string({ unit: "binary", maxLength: 30 });
  const any = fc.record({
    measure: fc.oneof(fc.constantFrom("", "0"), text),
    status: fc.oneof(fc.constantFrom<string>(...RESPONSE_STATUSES), text),
    day: fc.oneof(fc.constantFrom("", "2026-06-01", "2026-07-01"), text),
    statement: fc.dictionary(fc.oneof(fc.constantFrom("en", "ru", "kk"), text), text),
    original: fc.oneof(fc.constantFrom("en", "ru"), text),
    evidence: fc.oneof(fc.constant(""), fc.webUrl(), text),
    sourceTitle: text,
    sourceAddress: fc.oneof(fc.constant(""), fc.webUrl(), text),
    promised: fc.oneof(fc.constantFrom("", "2026-08-01"), text),
  });
  fc.assert(
    fc.property(any, fc.constantFrom(organiser, addressee), (input, recording) => {
      const outcome = readAnswer(input, recording);
      if ("faults" in outcome) {
        expect(outcome.faults.length).toBeGreaterThan(0);
        return;
      }
      const { answer: made } = outcome;
      expect(Object.keys(made.statement)).toContain(made.original);
      expect(made.day <= TODAY).toBe(true);
      expect(made.source === undefined).toBe(recording.by === "addressee");
      for (const said of Object.values(made.statement)) {
        expect(said).toBe(said.normalize("NFC").trim());
        expect(said).not.toMatch(/(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]|\p{M}{5}|\p{Cs}/u);
      }
    }),
  );
});
