import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ResponseEntry } from "../../../domain/response/entry.ts";
import { holds, historyOf, standingOf } from "../../../domain/response/standing.ts";
import { isAnswer } from "../../../domain/response/status.ts";
import { answer, day, histories, withdrawal } from "./histories.ts";

const fates = (entries: readonly ResponseEntry[]) =>
  Object.fromEntries(historyOf(entries, "K1").map(({ number, fate }) => [number, fate]));

describe("what became of answers", () => {
  test("the later day stands, whichever was recorded first", () => {
    expect(fates([answer(1, { day: day(9) }), answer(2, { day: day(3) })])).toEqual({
      1: "stands",
      2: "superseded",
    });
  });

  test("of one day, the one that was recorded later", () => {
    expect(fates([answer(1, { day: day(3) }), answer(2, { day: day(3) })])).toEqual({
      1: "superseded",
      2: "stands",
    });
  });

  test("a measure's is no answer to the whole, and the other way round", () => {
    expect(fates([answer(1), answer(2, { measure: 0 }), answer(3, { measure: 1 })])).toEqual({
      1: "stands",
      2: "stands",
      3: "stands",
    });
  });

  test("a letter acknowledged after an answer takes nothing back", () => {
    const entries = [
      answer(1, { status: "acknowledged" }),
      answer(2, { status: "rejected" }),
      answer(3, { status: "acknowledged" }),
      answer(4, { status: "no-answer" }),
    ];
    expect(fates(entries)).toEqual({ 1: "superseded", 2: "stands", 3: "aside", 4: "aside" });
    expect(fates(entries.slice(0, 1))).toEqual({ 1: "stands" });
  });

  test("a correction takes the place of what it corrects, and so does its own correction", () => {
    const entries = [
      answer(1),
      answer(2, { corrects: 1, day: day(1) }),
      answer(3, { corrects: 2, day: day(1), status: "rejected" }),
    ];
    expect(fates(entries)).toEqual({ 1: "corrected", 2: "corrected", 3: "stands" });
    expect(fates([...entries, withdrawal(4, 3)])).toEqual({
      1: "corrected",
      2: "stands",
      3: "withdrawn",
    });
  });

  test("what is withdrawn has corrected nothing", () => {
    const entries = [answer(1), answer(2, { corrects: 1 }), withdrawal(3, 2)];
    expect(fates(entries)).toEqual({ 1: "stands", 2: "withdrawn" });
  });

  test("nothing of another recommendation counts", () => {
    expect(fates([answer(1), answer(2, { recommendation: "K2" })])).toEqual({ 1: "stands" });
  });
});

describe("in any history", () => {
  test("exactly one stands for each place that has one that holds, and it is an answer where any is", () => {
    fc.assert(
      fc.property(histories, (entries) => {
        const history = historyOf(entries, "K1");
        for (const measure of [undefined, 0, 1]) {
          const here = history.filter((one) => one.measure === measure);
          const held = here.filter(holds);
          const standing = here.filter(({ fate }) => fate === "stands");
          expect(standing).toHaveLength(held.length === 0 ? 0 : 1);
          if (standing[0] === undefined) continue;
          expect(standingOf(history, measure)).toBe(standing[0]);
          expect(isAnswer(standing[0].status)).toBe(held.some((one) => isAnswer(one.status)));
        }
      }),
    );
  });

  test("nothing is lost and nothing is made up", () => {
    fc.assert(
      fc.property(histories, (entries) => {
        const numbers = entries.filter(({ kind }) => kind === "answer").map(({ number }) => number);
        const told = historyOf(entries, "K1").map(({ number }) => number);
        expect(told.toSorted((a, b) => a - b)).toEqual(numbers);
      }),
    );
  });
});
