import { beforeAll, describe, expect, test } from "vitest";
import { type Json, resource, resources, synth } from "./synth.ts";

let service: ReturnType<typeof synth>["service"];
let policies: Record<string, Json>;
beforeAll(() => {
  ({ service } = synth());
  policies = resources(service, "AWS::IAM::Policy");
});

/** What a function may do: actions by what they act on, from every policy that names its role. */
function rightsOf(name: string): Record<string, string[]> {
  const rights: Record<string, string[]> = {};
  const [role] = resource(service, "AWS::Lambda::Function", `${name}Function`).Role["Fn::GetAtt"];
  const { ManagedPolicyArns, Policies } = resource(service, "AWS::IAM::Role", role);
  expect([ManagedPolicyArns, Policies], name).toEqual([undefined, undefined]);
  for (const policy of Object.values(policies)) {
    if (!policy.Roles.some(({ Ref }: Json) => Ref === role)) continue;
    for (const { Effect, Action, Resource } of policy.PolicyDocument.Statement) {
      expect(Effect).toBe("Allow");
      for (const one of [Resource].flat()) (rights[target(one)] ??= []).push(...[Action].flat());
    }
  }
  for (const actions of Object.values(rights)) actions.sort();
  return rights;
}

/** `Ballots`, `Ballots/stream/*`, `WebLog`: the resource's own name and any path below it. */
function target(resource: Json): string {
  const text = JSON.stringify(resource);
  const name =
    /(?:GetAtt|Ref)(Ballots|Main|Ephemeral|Files|InvitationSecret)[0-9A-F]{8}/.exec(text) ??
    /"([A-Z][A-Za-z]+Log)[0-9A-F]{8}"/.exec(text);
  const below = /"(\/[^"]*)"\]/.exec(text);
  return (name?.[1] ?? text) + (below?.[1] ?? "");
}

const LOG = ["logs:CreateLogStream", "logs:PutLogEvents"];
const MAIN = ["GetItem", "PutItem", "Query", "UpdateItem"].map((action) => `dynamodb:${action}`);
const STREAM = ["DescribeStream", "GetRecords", "GetShardIterator"].map(
  (action) => `dynamodb:${action}`,
);

describe("each function may do exactly this", () => {
  test("web: one ballot at a time, never a list, never a deletion of what lasts", () => {
    expect(rightsOf("Web")).toEqual({
      Ballots: ["ConditionCheckItem", "GetItem", "PutItem", "UpdateItem"].map(
        (a) => `dynamodb:${a}`,
      ),
      // What is deleted of what lasts is remarks alone: see below.
      Main: ["dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", ...MAIN],
      Ephemeral: ["DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem"].map(
        (a) => `dynamodb:${a}`,
      ),
      "Files/releases/*": ["s3:GetObject"],
      "Files/exports/*": ["s3:GetObject"],
      InvitationSecret: ["secretsmanager:GetSecretValue"],
      WebLog: LOG,
    });
  });

  test("tally: the stream, not the table", () => {
    expect(rightsOf("Tally")).toEqual({
      Ballots: ["dynamodb:DescribeTable"],
      "Ballots/stream/*": STREAM,
      "Files/marks/*": ["s3:GetObject", "s3:PutObject"],
      Main: MAIN,
      Ephemeral: ["dynamodb:PutItem", "dynamodb:Query"],
      TallyLog: LOG,
    });
  });

  test("mix: remarks, and nothing of ballots", () => {
    expect(rightsOf("Mix")).toEqual({
      Main: ["dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", ...MAIN],
      Ephemeral: ["dynamodb:DeleteItem", "dynamodb:Query"],
      MixLog: LOG,
    });
  });

  test("release: every ballot, read only, and the files of releases", () => {
    expect(rightsOf("Release")).toEqual({
      Ballots: ["dynamodb:Query", "dynamodb:Scan"],
      Main: MAIN,
      "Files/marks/*": ["s3:GetObject", "s3:PutObject"],
      "Files/releases/*": ["s3:GetObject", "s3:PutObject"],
      ReleaseLog: LOG,
    });
  });

  test("setup link: to store one, and nothing else", () => {
    expect(rightsOf("Setup")).toEqual({
      Ephemeral: ["dynamodb:PutItem"],
      InvitationSecret: ["secretsmanager:GetSecretValue"],
      SetupLog: LOG,
    });
  });

  test("recount: every ballot, read only", () => {
    expect(rightsOf("Recount")).toEqual({
      Ballots: ["dynamodb:DescribeTable", "dynamodb:Query", "dynamodb:Scan"],
      "Ballots/stream/*": STREAM,
      Main: MAIN,
      // How far each shard was read.
      Ephemeral: ["dynamodb:Query"],
      RecountLog: LOG,
    });
  });

  test("after closing: takes ballots out and writes none; files of exports, and releases to read", () => {
    expect(rightsOf("AfterClosing")).toEqual({
      Ballots: ["dynamodb:DeleteItem", "dynamodb:Query"],
      Main: ["dynamodb:DeleteItem", ...MAIN],
      Ephemeral: ["dynamodb:DeleteItem", "dynamodb:Query"],
      "Files/releases/*": ["s3:GetObject"],
      "Files/exports/*": ["s3:DeleteObject", "s3:PutObject"],
      AfterClosingLog: LOG,
    });
  });
});

test("hooks: what is waiting and the secret, and no ballot", () => {
  expect(rightsOf("Hooks")).toEqual({
    Main: MAIN,
    InvitationSecret: ["secretsmanager:GetSecretValue"],
    HooksLog: LOG,
  });
});

test("no wildcard action and no unbounded resource; only release, recount and the job after closing list ballots, only that one deletes", () => {
  const names = ["Web", "Tally", "Release", "Mix", "Recount", "AfterClosing", "Hooks", "Setup"];
  for (const name of names) {
    const rights = rightsOf(name);
    expect(Object.values(rights).flat().join(), name).not.toContain("*");
    expect(Object.keys(rights), name).not.toContain('"*"');
    const onBallots = (rights.Ballots ?? []).join();
    expect(onBallots, name).not.toContain("Batch");
    // Who may list every consultation's ballots may do so in one request.
    if (!["Release", "Recount"].includes(name)) expect(onBallots, name).not.toContain("Scan");
    if (name !== "AfterClosing") expect(onBallots, name).not.toContain("Delete");
    const lists = ["Release", "Recount", "AfterClosing"].includes(name);
    if (!lists) expect(onBallots, name).not.toContain("Query");
  }
});

test("of the main table nothing is deleted but what respondents wrote", () => {
  const deletions = Object.values(policies)
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement as Json[])
    .filter(
      ({ Action, Resource }) => Action === "dynamodb:DeleteItem" && target(Resource) === "Main",
    );
  expect(deletions.length).toBeGreaterThan(1);
  for (const { Condition } of deletions) {
    expect(Condition).toEqual({
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["REMARKS#*", "TEXTS#*"] },
    });
  }
});

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
