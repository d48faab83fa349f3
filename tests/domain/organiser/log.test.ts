import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  canonicalJson,
  type LogEntry,
  type LogValue,
  nextEntry,
  verifyLog,
} from "../../../domain/organiser/log.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const ID = "kazakhstan-2019";

const done = fc.record({
  at: fc.constantFrom("2026-03-01T08:00:00Z", "2026-03-02T23:59:59Z"),
  who: fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }),
  action: fc.constantFrom("team-invited", "role-changed"),
  before: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<LogValue>,
  after: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<LogValue>,
  salt: fc.constantFrom("00".repeat(16), "1f".repeat(16)),
});
const logs = fc.array(done, { minLength: 1, maxLength: 8 }).map((all) => {
  const entries: LogEntry[] = [];
  for (const one of all) entries.push(nextEntry(ID, entries.at(-1), one, sha256));
  return entries;
});

test("a log as it was written is whole, also after it was stored as JSON", () => {
  fc.assert(
    fc.property(logs, (entries) => {
      expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1));
      const stored = JSON.parse(JSON.stringify(entries)) as LogEntry[];
      expect(verifyLog(ID, stored, sha256)).toEqual({ whole: true });
    }),
  );
  expect(verifyLog(ID, [], sha256)).toEqual({ whole: true });
});

test("whatever is changed in an entry breaks the chain there", () => {
  const changes: ((entry: LogEntry) => LogEntry)[] = [
    (entry) => ({ ...entry, who: `${entry.who}x` }),
    (entry) => ({ ...entry, at: "2026-03-03T00:00:00Z" }),
    (entry) => ({ ...entry, action: "team-left" }),
    (entry) => ({ ...entry, before: ["changed", entry.before] }),
    (entry) => ({ ...entry, after: ["changed", entry.after] }),
    (entry) => ({ ...entry, number: entry.number + 1 }),
    (entry) => ({ ...entry, salt: `${entry.salt}00` }),
    (entry) => ({ ...entry, previous: "0".repeat(64) }),
    (entry) => ({ ...entry, hash: "0".repeat(64) }),
  ];
  fc.assert(
    fc.property(logs, fc.nat(), fc.constantFrom(...changes), (entries, at, change) => {
      const index = at % entries.length;
      const changed = entries.with(index, change(entries[index]!));
      expect(verifyLog(ID, changed, sha256)).toEqual({ whole: false, brokenAt: index + 1 });
    }),
  );
});

test("an entry left out, put in twice or swapped is found, and so is another consultation's log", () => {
  const entries: LogEntry[] = [];
  for (const who of ["Ann", "Bob", "Eve"]) {
    const one = {
      at: "2026-03-01T08:00:00Z",
      who,
      action: "x",
      before: null,
      after: null,
      salt: "00",
    };
    entries.push(nextEntry(ID, entries.at(-1), one, sha256));
  }
  const [first, second, third] = entries as [LogEntry, LogEntry, LogEntry];
  const broken = (all: LogEntry[], id = ID) => verifyLog(id, all, sha256);
  expect(broken([second, third])).toEqual({ whole: false, brokenAt: 1 });
  expect(broken([first, third])).toEqual({ whole: false, brokenAt: 2 });
  expect(broken([first, first, second, third])).toEqual({ whole: false, brokenAt: 2 });
  expect(broken([first, third, second])).toEqual({ whole: false, brokenAt: 2 });
  expect(broken(entries, "elsewhere")).toEqual({ whole: false, brokenAt: 1 });
});

test("the hash of an entry is what it is, today and later", () => {
  const one = {
    at: "2026-03-01T08:00:00Z",
    who: "Ann",
    salt: "0f",
    action: "x",
    before: null,
    after: { b: 1, a: 2 },
  };
  const { hash } = nextEntry(ID, undefined, one, sha256);
  const text =
    'kenes-log/1\0kazakhstan-2019\0{"action":"x","after":{"a":2,"b":1},"at":"2026-03-01T08:00:00Z","before":null,"number":1,"previous":"","salt":"0f","who":"Ann"}';
  expect(hash).toBe(sha256(text));
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: "ә" })).toBe('{"a":"ә","b":[{"c":2,"d":1}]}');
});
