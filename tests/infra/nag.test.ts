import { type App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import type { IConstruct } from "constructs";
import { expect, test } from "vitest";
import { everything, synth } from "./synth.ts";

/** Every rule that was said not to hold, with where and why. */
const acceptedIn = (app: App): { path: string; rule: string; reason: string }[] =>
  app.node.findAll().flatMap((one: IConstruct) =>
    one.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) =>
        Object.entries(data as Record<string, string>).map(([rule, reason]) => ({
          path: one.node.path,
          rule: rule.replace(/^annotation::/i, ""),
          reason,
        })),
      ),
  );

test.each([{}, everything])("the rules of AWS Solutions find nothing with %j", (own) => {
  const { app } = synth(own);
  // The synthesis itself fails on a finding (infra/stacks.ts); here it is what was looked at.
  const report = new AwsSolutionsChecks().validateScope(app);
  expect(report.violations).toEqual([]);
  expect(report.success).toBe(true);
});

test("each rule that does not hold has a reason of its own, beside what it is about", () => {
  const all = acceptedIn(synth().app);
  expect(all.length).toBeGreaterThan(15);
  for (const { path, rule, reason } of all) {
    expect([rule, reason]).toEqual([rule, expect.stringMatching(/^[A-Z].{25,}\.$/s)]);
    // A rule is never switched off for all of a stack; a right alone is, and by the name of what it is to.
    if (!path.includes("/")) expect(rule).toMatch(/^AwsSolutions-IAM5\[Resource::[^*]+\/\*\]$/);
  }
});

test("no accepted rule is left of something that is gone", () => {
  const { app } = synth();
  const all = acceptedIn(app).map(({ rule }) => rule);
  const sets = app.node
    .findAll()
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .map(({ data }) => data as Record<string, string>);
  const before = sets.map((one) => ({ ...one }));
  for (const one of sets) for (const rule of Object.keys(one)) delete one[rule];
  const found = new AwsSolutionsChecks().validateScope(app).violations;
  sets.forEach((one, place) => Object.assign(one, before[place]));
  const rules = new Set(found.map(({ ruleName }) => ruleName));
  expect(all.filter((rule) => !rules.has(rule))).toEqual([]);
});
