import { describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation.ts";
import { budgetOf } from "../../../domain/disclosure/budget.ts";
import { groupings } from "../../../domain/groups.ts";
import { definition } from "../definition.ts";

const text = (one: string) => ({ en: one, ru: one, kk: one });
const weekly = { ...definition(), release: { every: "week" as const } };
const everything = {
  ...weekly,
  countLanguages: true as const,
  channels: [{ code: "web", label: text("web") }],
};
const none = { ...weekly, about: [] };
const half = { ...everything, release: { every: "week" as const, groups: 50 } };

/** 1/σ² = Σ 1/σ_i² over every table that a rating is in: one of each grouping. */
const together = (consultation: Consultation): number => {
  const { ratings, first, groups } = budgetOf(consultation);
  const tables = groupings(consultation).map(() => groups ?? Infinity);
  return 1 / Math.sqrt([ratings, first, ...tables].reduce((sum, one) => sum + 1 / one ** 2, 0));
};

describe("the budget", () => {
  test.each([
    ["two questions, languages and links", everything],
    ["two questions", weekly],
    ["no groups", none],
    ["half of it for groups", half],
  ])("is what is promised of one rating, whatever is published: %s", (_, consultation) => {
    expect(together(consultation)).toBeCloseTo(2.5, 12);
    expect(together({ ...consultation, disclosure: "at-risk" })).toBeCloseTo(5, 12);
  });

  test("goes to the whole where there are no groups, or none of them is published", () => {
    expect(budgetOf(none).groups).toBeUndefined();
    expect(budgetOf(none).ratings).toBeCloseTo(2.5 / Math.sqrt(0.9), 12);
    expect(budgetOf({ ...weekly, release: { every: "week", groups: 0 } })).toEqual(budgetOf(none));
  });

  test("among people at risk has no part for groups unless the definition sets one aside", () => {
    const atRisk = { ...weekly, disclosure: "at-risk" as const };
    expect(budgetOf(atRisk).groups).toBeUndefined();
    expect(budgetOf({ ...atRisk, release: { every: "week", groups: 20 } }).groups).toBeGreaterThan(
      5,
    );
  });

  test("gives each grouping an equal part", () => {
    const one = budgetOf({ ...weekly, about: weekly.about.slice(0, 1) });
    expect(budgetOf(everything).groups! / one.groups!).toBeCloseTo(2, 12);
  });
});
