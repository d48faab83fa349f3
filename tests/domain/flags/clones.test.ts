import { describe, expect, test } from "vitest";
import { chanceBy } from "../../../domain/flags/chance.ts";
import { excessCopies } from "../../../domain/flags/clones.ts";
import { FLAGGING } from "../../../domain/flags/rules.ts";
import { addresseesOf, drawing, HONEST, honestRows, pushedRow, trial } from "./crowd.ts";

/* A small form of `npm run simulate:flags`. */

describe("the rule of clones", () => {
  test.each(Object.keys(HONEST))("flags nobody in a consultation %s", (kind) => {
    for (const [people, seeds] of [
      [200, 4],
      [3_000, 1],
    ] as const) {
      for (let seed = 1; seed <= seeds; seed++) {
        const rows = honestRows({ ...HONEST[kind], people }, drawing(seed));
        expect(trial(rows, []).beyond, `${people} ${seed}`).toBe(0);
      }
    }
  });

  test("finds half of a campaign of one in twenty, or more, from 200 ballots on", () => {
    let [found, all] = [0, 0];
    for (const kind of Object.values(HONEST)) {
      for (const people of [200, 1_000]) {
        const next = drawing(people);
        const rows = honestRows({ ...kind, people }, next);
        const size = Math.round(people / 19);
        const campaign = { row: pushedRow(rows, next), answers: 0, size, next };
        all += 1;
        if (trial(rows, campaign).ofCampaign >= 0.5) found += 1;
      }
    }
    expect(found / all).toBeGreaterThanOrEqual(0.8);
  });
});

describe("how often a row occurs by chance", () => {
  const row = "12345123451234";
  const published = {
    ballots: 1_000,
    histograms: [...row].map(() => [200, 200, 200, 200, 200]),
    addressees: addresseesOf(row, 0),
  };
  const chance = chanceBy(published);

  test("is that of independent ratings where it follows no habit", () => {
    const even = { ...published, addressees: addresseesOf("123451234512345", 0) };
    const { expected } = chanceBy({
      ...even,
      histograms: Array.from({ length: 15 }, () => [200, 200, 200, 200, 200]),
    });
    expect(expected("123451234512345") / (1_000 * 0.2 ** 15)).toBeCloseTo(1, 6);
  });

  test("is everybody where it says the same of everything, or of each addressee", () => {
    expect(chance.expected("44444444444444")).toBeCloseTo(1_000, 6);
    const two = chanceBy({ ...published, addressees: addresseesOf(row, 4) });
    expect(two.expected("11115555555555")).toBeCloseTo(1_000, 6);
    expect(chance.expected("11115555555555")).toBeLessThan(1);
  });

  test("takes addressees of fewer than four recommendations together: a row would explain itself", () => {
    const each = [...row].map((_, at) => String(at));
    expect(chanceBy({ ...published, addressees: each }).expected(row)).toBeCloseTo(
      chance.expected(row),
      6,
    );
  });

  test("grows with what is left out, and counts only ratings", () => {
    expect(chance.expected("1234512345----")).toBeGreaterThan(chance.expected(row));
    expect(chance.shape("1234n1234-1111")).toEqual({ rated: 12, offMode: 6 });
  });

  test("of a row that few rated is no chance to be judged by", () => {
    const rows = new Map([["12345123451---", 500]]);
    expect(excessCopies(rows, published, FLAGGING.clones).size).toBe(0);
    expect(excessCopies(new Map([[row, 500]]), published, FLAGGING.clones).get(row)).toBe(495);
  });
});
