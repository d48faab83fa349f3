import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CalendarDay, daysOf } from "../../../domain/news/days.ts";
import type { ResponseEntry } from "../../../domain/response/entry.ts";
import { answer, anyRecord, CONSULTATION, withdrawal } from "./records.ts";

const NOW = new Date("2026-02-01T00:00:00Z");
const days = (entries: readonly ResponseEntry[], now = NOW) => daysOf(CONSULTATION, entries, now);
const promise = (entries: readonly ResponseEntry[]) => {
  const found = days(entries).find(({ kind }) => kind === "promise");
  return found?.kind === "promise"
    ? { key: found.key, day: found.day, awaited: found.awaited, sequence: found.sequence }
    : undefined;
};
const first = answer(1, "2026-01-21T08:00:00Z", { promised: "2026-04-10" });

test("opening and closing stand in it, closing with how often it was moved", () => {
  const closings = [
    { at: "2026-01-20T00:00:00Z", to: "2026-02-20T00:00:00Z" },
    { at: "2026-01-25T00:00:00Z", to: "2026-03-01T19:00:00Z" },
  ];
  expect(daysOf({ ...CONSULTATION, closings }, [], NOW)).toEqual([
    {
      kind: "opening",
      key: "opening",
      moment: CONSULTATION.opensAt,
      sequence: 0,
      changedAt: "2025-12-01T00:00:00Z",
    },
    {
      kind: "closing",
      key: "closing",
      moment: CONSULTATION.closesAt,
      sequence: 2,
      changedAt: "2026-01-25T00:00:00Z",
    },
  ]);
  const { opensAt: _, closesAt: __, ...undated } = CONSULTATION;
  expect(daysOf(undated, [], NOW)).toEqual([]);
});

describe("a promised day", () => {
  test("is awaited, and moves with a correction under the same key", () => {
    expect(promise([first])).toEqual({
      key: "promise/1",
      day: "2026-04-10",
      awaited: true,
      sequence: 0,
    });
    const moved = answer(2, "2026-01-22T08:00:00Z", { corrects: 1, promised: "2026-05-01" });
    expect(promise([first, moved])).toEqual({
      key: "promise/1",
      day: "2026-05-01",
      awaited: true,
      sequence: 1,
    });
    expect(promise([first, moved, withdrawal(3, "2026-01-23T08:00:00Z", 2)])).toEqual({
      key: "promise/1",
      day: "2026-04-10",
      awaited: true,
      sequence: 2,
    });
  });

  test("is struck out when it was withdrawn, corrected away or kept", () => {
    expect(promise([first, withdrawal(2, "2026-01-22T08:00:00Z", 1)])).toMatchObject({
      day: "2026-04-10",
      awaited: false,
    });
    expect(promise([first, answer(2, "2026-01-22T08:00:00Z", { corrects: 1 })])).toMatchObject({
      awaited: false,
      sequence: 1,
    });
    expect(promise([first, answer(2, "2026-01-30T08:00:00Z", { status: "done" })])).toMatchObject({
      awaited: false,
      sequence: 1,
    });
  });

  test("that passed stays", () => {
    expect(days([first], new Date("2026-06-01T00:00:00Z")).at(-1)).toMatchObject({
      kind: "promise",
      awaited: true,
    });
  });
});

test("whatever is recorded, a day keeps its key, its sequence never falls, and changes only with it", () => {
  fc.assert(
    fc.property(anyRecord, (entries) => {
      let before: CalendarDay[] = [];
      for (let count = 0; count <= entries.length; count++) {
        const now = days(entries.slice(0, count));
        expect(new Set(now.map(({ key }) => key)).size).toBe(now.length);
        for (const one of before) {
          const again = now.find(({ key }) => key === one.key);
          expect(again).toBeDefined();
          expect(again!.sequence).toBeGreaterThanOrEqual(one.sequence);
          if (again!.sequence === one.sequence) expect(again).toEqual(one);
        }
        before = now;
      }
    }),
  );
});
