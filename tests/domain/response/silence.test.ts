import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ResponseEntry } from "../../../domain/response/entry.ts";
import { daysBetween, silenceOf } from "../../../domain/response/silence.ts";
import { historyOf } from "../../../domain/response/standing.ts";
import { answer, day, histories, MEASURES, withdrawal } from "./histories.ts";

const [SINCE, TODAY] = [day(10), day(50)];
const silence = (entries: readonly ResponseEntry[], measures = MEASURES, today = TODAY) =>
  silenceOf(historyOf(entries, "K1"), measures, SINCE, today);
const NONE = { since: SINCE, days: 40, answeredOn: undefined };

describe("the days of silence", () => {
  test("are counted from the first release while nothing is recorded", () => {
    expect(silence([])).toEqual(NONE);
  });

  test.each(["no-answer", "acknowledged"] as const)("go on after %s", (status) => {
    expect(silence([answer(20, { status })])).toEqual(NONE);
  });

  test.each(["accepted", "partly-accepted", "rejected", "in-progress", "done"] as const)(
    "end with %s",
    (status) => {
      expect(silence([answer(20, { status })])).toEqual({ ...NONE, days: 10, answeredOn: day(20) });
    },
  );

  test("do not begin again after the first answer", () => {
    const entries = [answer(20), answer(30, { status: "acknowledged" }), answer(40)];
    expect(silence(entries).days).toBe(10);
  });

  test("are none where it was answered before the first release", () => {
    expect(silence([answer(3)])).toEqual({ ...NONE, days: 0, answeredOn: day(3) });
  });

  test("go on as if nothing had been said where the answer was withdrawn", () => {
    expect(silence([answer(20), withdrawal(21, 20)])).toEqual(NONE);
  });

  test("go on where a correction says that it was no answer", () => {
    const entries = [answer(20), answer(21, { corrects: 20, status: "acknowledged" })];
    expect(silence(entries)).toEqual(NONE);
  });

  test("keep the day of an answer whose wording was corrected", () => {
    const entries = [answer(20), answer(21, { corrects: 20, day: day(20) })];
    expect(silence(entries).answeredOn).toBe(day(20));
  });

  test("end with the last of its measures, and not before", () => {
    const first = answer(20, { measure: 0 });
    expect(silence([first])).toEqual(NONE);
    const both = [first, answer(25, { measure: 1 })];
    expect(silence(both).answeredOn).toBe(day(25));
    expect(silence(both, 3)).toEqual(NONE);
    expect(silence([...both, answer(30)]).answeredOn).toBe(day(25));
    expect(silence([answer(20)], 0).answeredOn).toBe(day(20));
    expect(silence([], 0)).toEqual(NONE);
  });

  test("of an earlier day know nothing of what came later", () => {
    expect(silence([answer(30)], MEASURES, day(20))).toEqual({ ...NONE, days: 10 });
  });
});

describe("in any history", () => {
  const any = fc.tuple(histories, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }));

  test("silence is no longer than since the first release, and no less than nothing", () => {
    fc.assert(
      fc.property(any, ([entries, since, today]) => {
        const { days } = silenceOf(historyOf(entries, "K1"), MEASURES, day(since), day(today));
        expect(days).toBeGreaterThanOrEqual(0);
        expect(days).toBeLessThanOrEqual(daysBetween(day(since), day(today)));
      }),
    );
  });

  test("withdrawing everything gives the silence of no entries", () => {
    fc.assert(
      fc.property(any, ([entries, since, today]) => {
        const gone = entries
          .filter(({ kind }) => kind === "answer")
          .map(({ number }, place) => withdrawal(entries.length + place + 1, number));
        const after = silenceOf(
          historyOf([...entries, ...gone], "K1"),
          MEASURES,
          day(since),
          day(today),
        );
        expect(after).toEqual(silenceOf([], MEASURES, day(since), day(today)));
      }),
    );
  });

  test("what is no answer changes nothing, whenever it comes", () => {
    fc.assert(
      fc.property(any, fc.constantFrom("acknowledged", "no-answer"), (all, status) => {
        const [entries, on] = all;
        const more = answer(entries.length + 1, { status, day: day(on) });
        expect(silence([...entries, more], MEASURES, day(60))).toEqual(
          silence(entries, MEASURES, day(60)),
        );
      }),
    );
  });

  test("one more answer never makes it longer", () => {
    fc.assert(
      fc.property(any, ([entries, on]) => {
        const more = answer(entries.length + 1, { day: day(on) });
        expect(silence([...entries, more], MEASURES, day(60)).days).toBeLessThanOrEqual(
          silence(entries, MEASURES, day(60)).days,
        );
      }),
    );
  });
});
