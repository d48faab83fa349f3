import { describe, expect, test } from "vitest";
import { type Budgeted, budgetOf } from "../../../domain/release/budget.ts";
import { groupings } from "../../../domain/consultation/groupings.ts";
import { definition } from "../consultation/definition.ts";

const text = (one: string) => ({ en: one, ru: one, kk: one });
const asked = { ...definition(), release: {} };
const everything = {
  ...asked,
  countLanguages: true as const,
  channels: [{ code: "web", label: text("web") }],
};
const none = { ...asked, about: [] };
const half = { ...everything, release: { groups: 50 } };

/** 1/σ² = Σ 1/σ_i² over every table that a rating is in: one of each grouping. */
const together = (consultation: Budgeted): number => {
  const { ratings, first, groups } = budgetOf(consultation);
  const tables = groupings(consultation).map(() => groups ?? Infinity);
  return 1 / Math.sqrt([ratings, first, ...tables].reduce((sum, one) => sum + 1 / one ** 2, 0));
};

describe("the budget", () => {
  test.each([
    ["two questions, languages and links", everything],
    ["two questions", asked],
    ["no groups", none],
    ["half of it for groups", half],
  ])("is what is promised of one rating, whatever is published: %s", (_, consultation) => {
    expect(together(consultation)).toBeCloseTo(2.5, 12);
    expect(together({ ...consultation, disclosure: "at-risk" })).toBeCloseTo(5, 12);
  });

  test("goes to the whole where there are no groups, or none of them is published", () => {
    expect(budgetOf(none).groups).toBeUndefined();
    expect(budgetOf(none).ratings).toBeCloseTo(2.5 / Math.sqrt(0.9), 12);
    expect(budgetOf({ ...asked, release: { groups: 0 } })).toEqual(budgetOf(none));
  });

  test("among people at risk has no part for groups unless the definition sets one aside", () => {
    const atRisk = { ...asked, disclosure: "at-risk" as const };
    expect(budgetOf(atRisk).groups).toBeUndefined();
    expect(budgetOf({ ...atRisk, release: { groups: 20 } }).groups).toBeGreaterThan(5);
  });

  test("gives each grouping an equal part", () => {
    const one = budgetOf({ ...asked, about: asked.about.slice(0, 1) });
    expect(budgetOf(everything).groups! / one.groups!).toBeCloseTo(2, 12);
  });
});
