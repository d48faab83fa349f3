import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAnswer, statusesFor } from "../../../domain/response/read-entry.ts";
import { RESPONSE_STATUSES } from "../../../domain/response/status.ts";
import { addressee, corrected, organiser, read, TODAY } from "./typing.ts";

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
