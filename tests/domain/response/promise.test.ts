import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ResponseEntry } from "../../../domain/response/entry.ts";
import { promisesIn } from "../../../domain/response/promise.ts";
import { holds, historyOf } from "../../../domain/response/standing.ts";
import { answer, day, histories, withdrawal } from "./histories.ts";

const states = (entries: readonly ResponseEntry[], today: number) =>
  promisesIn(historyOf(entries, "K1"), day(today)).map(({ day: by, state }) => [by, state]);

const promised = answer(1, { promised: day(20) });

describe("a promise", () => {
  test.each([
    ["its day is to come", 19, "coming"],
    ["it is its day", 20, "coming"],
    ["its day is over", 21, "passed"],
  ])("where nothing followed and %s", (_, today, state) => {
    expect(states([promised], today)).toEqual([[day(20), state]]);
  });

  test("is answered in time, or late, by the next answer", () => {
    expect(states([promised, answer(20)], 40)).toEqual([[day(20), "kept"]]);
    expect(states([promised, answer(21)], 40)).toEqual([[day(20), "late"]]);
    expect(states([promised, answer(19), answer(21)], 40)).toEqual([[day(20), "kept"]]);
    expect(states([promised, answer(2, { day: day(1) })], 40)).toEqual([[day(20), "kept"]]);
  });

  test("is not answered by what was said before it, or by what is no answer", () => {
    expect(states([answer(2, { day: day(0) }), promised], 40)).toEqual([[day(20), "passed"]]);
    expect(states([promised, answer(5, { status: "acknowledged" })], 40)).toEqual([
      [day(20), "passed"],
    ]);
  });

  test("of a measure is answered by an answer to the whole, and not the other way round", () => {
    const ofMeasure = { ...promised, measure: 0 };
    expect(states([ofMeasure, answer(9)], 40)).toEqual([[day(20), "kept"]]);
    expect(states([ofMeasure, answer(9, { measure: 1 })], 40)).toEqual([[day(20), "passed"]]);
    expect(states([promised, answer(9, { measure: 0 })], 40)).toEqual([[day(20), "passed"]]);
  });

  test("goes with an entry that does not hold", () => {
    expect(states([promised, withdrawal(2, 1)], 40)).toEqual([]);
    const moved = answer(2, { corrects: 1, day: day(1), promised: day(30) });
    expect(states([promised, moved], 40)).toEqual([[day(30), "passed"]]);
  });
});

test("in any history each promise that holds is told once, the earliest first", () => {
  fc.assert(
    fc.property(histories, fc.integer({ min: 0, max: 120 }), (entries, today) => {
      const history = historyOf(entries, "K1");
      const told = promisesIn(history, day(today));
      const given = history.filter((one) => holds(one) && one.promised !== undefined);
      expect(told.map(({ answer: { number } }) => number).toSorted()).toEqual(
        given.map(({ number }) => number).toSorted(),
      );
      expect(told.map((one) => one.day)).toEqual(told.map((one) => one.day).toSorted());
      for (const { day: by, state } of told) {
        if (state === "coming") expect(by >= day(today)).toBe(true);
        if (state === "passed") expect(by < day(today)).toBe(true);
      }
    }),
  );
});
