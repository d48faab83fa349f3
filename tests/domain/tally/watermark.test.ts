import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAfter, keepWatermarks } from "../../../domain/tally/watermark.ts";

describe("a sequence number comes after another", () => {
  const long = "1234567890123456789012345678901234567890";
  test.each([
    ["one more", "101", "100", true],
    ["one less", "100", "101", false],
    ["itself", "100", "100", false],
    ["longer", "1000", "999", true],
    ["shorter", "999", "1000", false],
    ["longer by its zeros alone", "0999", "1000", false],
    ["the same with zeros before it", "000100", "100", false],
    ["and the other way round", "100", "000100", false],
    ["one more, with zeros before it", "000101", "100", true],
    ["zero and zero", "0", "000", false],
    ["one and zero", "1", "0", true],
    ["forty digits, the last one more", long.replace(/0$/, "1"), long, true],
    ["forty digits, the last one less", long, long.replace(/0$/, "1"), false],
    ["forty digits against thirty-nine", long, long.slice(1), true],
  ])("%s", (_, sequence, other, after) => {
    expect(isAfter(sequence, other)).toBe(after);
  });

  test("exactly when its number is greater, up to forty digits and zeros before them", () => {
    const number = fc.oneof(
      fc.bigInt({ min: 0n, max: 50n }),
      fc.bigInt({ min: 0n, max: 10n ** 40n - 1n }),
    );
    fc.assert(
      fc.property(number, number, fc.nat({ max: 5 }), fc.nat({ max: 5 }), (a, b, some, more) => {
        expect(isAfter("0".repeat(some) + a, "0".repeat(more) + b)).toBe(a > b);
        expect(isAfter("0".repeat(some) + (a + 1n), String(a))).toBe(true);
      }),
    );
  });
});

describe("a watermark", () => {
  const HOUR = 60 * 60 * 1000;
  const start = new Date("2026-11-24T10:00:00.000Z");
  const after = (milliseconds: number) => new Date(start.getTime() + milliseconds);
  const none: ReadonlySet<string> = new Set();
  const goneSince = start.toISOString();

  test("of a listed shard is kept, however old", () => {
    const kept = keepWatermarks({ a: { sequence: "7" } }, new Set(["a"]), after(1000 * HOUR));
    expect(kept).toEqual({ a: { sequence: "7" } });
  });

  test("of a shard that is gone is kept, with the time at which that was seen", () => {
    expect(keepWatermarks({ a: { sequence: "7" } }, none, start)).toEqual({
      a: { sequence: "7", goneSince },
    });
  });

  test("of a shard that stays gone is kept for 48 hours from then, and dropped after", () => {
    const gone = { a: { sequence: "7", goneSince } };
    expect(keepWatermarks(gone, none, after(HOUR))).toEqual(gone);
    expect(keepWatermarks(gone, none, after(48 * HOUR - 1))).toEqual(gone);
    expect(keepWatermarks(gone, none, after(48 * HOUR))).toEqual({});
  });

  test("of a shard that comes back is kept as if it had never gone", () => {
    const gone = { a: { sequence: "7", goneSince } };
    const back = keepWatermarks(gone, new Set(["a"]), after(47 * HOUR));
    expect(back).toEqual({ a: { sequence: "7" } });
    expect(keepWatermarks(back, none, after(50 * HOUR))).toEqual({
      a: { sequence: "7", goneSince: after(50 * HOUR).toISOString() },
    });
  });

  test("does not appear for a shard that was listed but never counted", () => {
    expect(keepWatermarks({}, new Set(["a"]), start)).toEqual({});
  });

  test("of one shard does not depend on the others, and the given ones are not changed", () => {
    const given = { a: { sequence: "1" }, b: { sequence: "2", goneSince }, c: { sequence: "3" } };
    const before = structuredClone(given);
    expect(keepWatermarks(given, new Set(["c"]), after(48 * HOUR))).toEqual({
      a: { sequence: "1", goneSince: after(48 * HOUR).toISOString() },
      c: { sequence: "3" },
    });
    expect(given).toEqual(before);
  });
});
