import { expect, test } from "vitest";
import { type Json, resources, synth } from "./synth.ts";

/* What reaches what, besides what the rights of functions say. */

const { service } = synth();
const policies: Record<string, Json> = resources(service, "AWS::IAM::Policy");

test("nothing may invoke what makes a setup link, and no address leads to it", () => {
  const { Resources, Outputs } = service.toJSON() as Json;
  const [id = ""] = Object.entries<Json>(Resources).find(
    ([name, { Type }]) => Type === "AWS::Lambda::Function" && name.startsWith("SetupFunction"),
  )!;
  // No permission, trigger, target, integration or policy names it; the output is for people.
  const naming = (all: Record<string, Json>) =>
    Object.keys(all).filter((name) => name !== id && JSON.stringify(all[name]).includes(id));
  expect(naming(Resources)).toEqual([]);
  expect(naming(Outputs)).toEqual(["SetupLinkCommand"]);
  expect(resources(service, "AWS::Lambda::Url")).toEqual({});
  for (const policy of Object.values(policies)) {
    expect(JSON.stringify(policy)).not.toMatch(/lambda:(Invoke|\*)/);
  }
});

test("the upload of assets, CDK's own function, reaches no data", () => {
  const uploads = Object.entries(policies).filter(([id]) => id.includes("BucketDeployment"));
  expect(uploads).toHaveLength(1);
  expect(JSON.stringify(uploads)).not.toContain("ImportValue");
});
