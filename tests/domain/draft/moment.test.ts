import { expect, test } from "vitest";
import { applyChange } from "../../../domain/draft/change.ts";
import { emptyDraft } from "../../../domain/draft/draft.ts";
import { markOf } from "../../../domain/draft/mark.ts";
import {
  dayOrMomentOf,
  enteredDay,
  enteredMoment,
  momentOf,
} from "../../../domain/draft/moment.ts";

test.each([
  ["2027-03-01T06:00", "2027-03-01T06:00:00Z"],
  ["2027-03-01 06:00", "2027-03-01T06:00:00Z"],
  ["2027-03-01T06:00:00Z", "2027-03-01T06:00:00Z"],
  ["2027-03-01T06:00:00.000Z", "2027-03-01T06:00:00Z"],
  ["2027-03-01T06:00Z", "2027-03-01T06:00:00Z"],
  ["2027-03-01T06:00:30", "2027-03-01T06:00:30Z"],
  ["2027-03-01T06:00:30.5Z", "2027-03-01T06:00:30.500Z"],
  ["2028-02-29T23:59", "2028-02-29T23:59:00Z"],
])("%s is stored as %s, and comes back from a browser's field as it is stored", (typed, stored) => {
  expect(momentOf(typed)).toBe(stored);
  expect(momentOf(stored)).toBe(stored);
  expect(momentOf(enteredMoment(stored)!)).toBe(stored);
});

test.each([
  "",
  "tomorrow",
  "2027-03-01",
  "2027-02-29T06:00",
  "2027-02-31T06:00:00Z",
  "2027-03-01T24:00",
  "2027-03-01T06:60",
  "2027-03-01T06:00+05:00",
  "1 March 2027, 06:00",
])("%j is no moment and stays as it is, to be seen and mended", (text) => {
  expect(momentOf(text)).toBe(text);
  expect(enteredMoment(text)).toBeUndefined();
});

test("a browser shows the minute without a zone", () => {
  expect(enteredMoment("2027-03-01T06:00:00Z")).toBe("2027-03-01T06:00");
  expect(enteredMoment("2027-03-01T06:00:30Z")).toBe("2027-03-01T06:00:30");
});

test("the same moment in another form changes nothing, another moment does", () => {
  const stored = "2027-03-01T06:00:00.000Z";
  const empty = emptyDraft("x", ["en"]);
  const draft = { ...empty, fields: { ...empty.fields, opensAt: stored } };
  const set = (value: string) =>
    applyChange(draft, { kind: "set", edits: [{ name: "opensAt", seen: markOf(stored), value }] });
  expect(set("2027-03-01T06:00").draft).toEqual(draft);
  expect(set("2027-03-01T06:01").draft.fields["opensAt"]).toBe("2027-03-01T06:01:00Z");
});

test.each([
  ["2027-03-01", "2027-03-01T00:00:00Z", "2027-03-01"],
  ["2027-03-01 06:00", "2027-03-01T06:00:00Z", "2027-03-01 06:00"],
  ["2027-03-01T06:00:30.5Z", "2027-03-01T06:00:30.500Z", "2027-03-01 06:00:30.500"],
])("where a day is enough, %s is stored as %s and shown as %s", (typed, stored, shown) => {
  expect(dayOrMomentOf(typed)).toBe(stored);
  expect(enteredDay(stored)).toBe(shown);
  expect(dayOrMomentOf(shown)).toBe(stored);
});

test.each(["", "March", "2027-02-29", "1 March 2027"])(
  "%j is no day and stays as it is",
  (text) => {
    expect(dayOrMomentOf(text)).toBe(text);
    expect(enteredDay(text)).toBe(text);
  },
);

test("days are kept one a line, each as a moment; an import's seconds are no change", () => {
  const name = "release.groupsAt";
  const set = (stored: string, value: string) =>
    applyChange(
      { ...emptyDraft("x", ["en"]), fields: { [name]: stored } },
      { kind: "set", edits: [{ name, seen: markOf(stored), value }] },
    );
  const entered = set("", "2027-03-01\r\n 2027-03-15 06:00 \nsoon");
  const stored = "2027-03-01T00:00:00Z\n2027-03-15T06:00:00Z\nsoon";
  expect(entered.draft.fields[name]).toBe(stored);
  expect(set(stored, "2027-03-01\n2027-03-15 06:00\nsoon").before.fields).toEqual({});
});
