import { describe, expect, test } from "vitest";
import { calendarWait, phaseAt } from "../../../domain/disclosure/calendar.ts";
import { gateOpens } from "../../../domain/disclosure/gate.ts";

const CLOSES = "2026-12-31T18:00:00Z";
const at = (iso: string) => new Date(iso);

test.each([
  ["2026-12-30T17:59:59.999Z", "open"],
  ["2026-12-30T18:00:00Z", "last-day"],
  ["2026-12-31T17:59:59.999Z", "last-day"],
  ["2026-12-31T18:00:00Z", "closed"],
])("at %s a consultation is %s", (moment, phase) => {
  expect(phaseAt(CLOSES, at(moment))).toBe(phase);
  expect(phaseAt(undefined, at(moment))).toBe("open");
});

describe("the calendar", () => {
  const rules = { closesAt: CLOSES, minMinutes: 60 };
  const before = { releasedAt: "2026-12-01T10:00:00Z", final: false };
  const wait = (moment: string, countedUntil?: string, previous: typeof before | null = before) =>
    calendarWait(
      rules,
      previous ?? undefined,
      at(moment),
      countedUntil === undefined ? undefined : at(countedUntil),
    );

  test("keeps releases apart while open", () => {
    expect(wait("2026-12-01T10:59:59Z")).toBe("too-soon");
    expect(wait("2026-12-01T11:00:00Z")).toBeUndefined();
    expect(wait("2026-11-01T00:00:00Z", undefined, null)).toBeUndefined();
  });

  test("lets none be made on the last day, the first neither", () => {
    expect(wait("2026-12-30T18:00:00Z")).toBe("last-day");
    expect(wait("2026-12-31T12:00:00Z", undefined, null)).toBe("last-day");
  });

  test("lets the final one be made when everything was counted, however soon", () => {
    expect(wait("2026-12-31T18:00:10Z")).toBe("still-counting");
    expect(wait("2026-12-31T18:01:10Z", "2026-12-31T18:00:30Z")).toBe("still-counting");
    expect(wait("2026-12-31T18:01:10Z", "2026-12-31T18:01:00Z")).toBeUndefined();
  });

  test("lets nothing be made after the final one", () => {
    const final = { ...before, final: true };
    expect(wait("2027-01-31T18:00:00Z", "2027-01-31T18:00:00Z", final)).toBe("closed");
  });
});

describe("the gate", () => {
  test.each([
    ["opens when each figure changed enough", [10, 12], [0, 0], true],
    ["opens when some changed enough and the others not at all", [10, 5], [0, 5], true],
    ["stays shut when one changed too little", [30, 9], [0, 0], false],
    ["stays shut when nothing changed", [30, 9], [30, 9], false],
    ["counts from what it was when they were made", [30, 30], [20, 20], true],
  ])("%s", (_, changed, before, opens) => {
    expect(gateOpens(changed, before, 10)).toBe(opens);
  });

  test("opens the first time after enough", () => {
    expect(gateOpens([9, 9], undefined, 10)).toBe(false);
    expect(gateOpens([10, 10], undefined, 10)).toBe(true);
  });
});
