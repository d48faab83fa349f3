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
    for (const { Effect, Action, Resource, Condition } of policy.PolicyDocument.Statement) {
      expect(Effect).toBe("Allow");
      for (const one of [Resource].flat()) {
        (rights[target(one) + kept(Condition)] ??= []).push(...[Action].flat());
      }
    }
  }
  for (const actions of Object.values(rights)) actions.sort();
  // Beside its own, every job may say that it failed.
  const { Failures: told, ...own } = rights;
  if (told !== undefined) expect(told, name).toEqual(["sqs:SendMessage"]);
  return own;
}

/** `Ballots`, `Ballots/stream/*`, `WebLog`: the resource's own name and any path below it. */
function target(resource: Json): string {
  const text = JSON.stringify(resource);
  const name =
    /(?:GetAtt|Ref)(Ballots|Main|Ephemeral|Files|InvitationSecret)[0-9A-F]{8}/.exec(text) ??
    /"([A-Z][A-Za-z]+Log|Failures)[0-9A-F]{8}"/.exec(text);
  const below = /"(\/[^"]*)"\]/.exec(text);
  return (name?.[1] ?? text) + (below?.[1] ?? "");
}

/** ` of C#* TEXTS#*`: the partitions to whose items a right is kept; nothing where it is for all of a table. */
function kept(condition: Json): string {
  if (condition === undefined) return "";
  const keys = condition["ForAllValues:StringLike"]["dynamodb:LeadingKeys"];
  expect(condition).toEqual({ "ForAllValues:StringLike": { "dynamodb:LeadingKeys": keys } });
  return ` of ${[keys].flat().join(" ")}`;
}

const LOG = ["logs:CreateLogStream", "logs:PutLogEvents"];
const dynamo = (...actions: string[]) => actions.map((action) => `dynamodb:${action}`);
const STREAM = {
  Ballots: dynamo("DescribeTable"),
  "Ballots/stream/*": dynamo("DescribeStream", "GetRecords", "GetShardIterator"),
};
/** Which consultations there are, and which were changed. */
const DEFINITIONS = {
  "Main of CONSULTATIONS": dynamo("GetItem"),
  "Main of CONSULTATIONS REVISIONS": dynamo("Query"),
};
const JOB = {
  ...DEFINITIONS,
  "Main of TROUBLES": dynamo("GetItem", "PutItem"),
};
const EXPECTED: Record<string, Record<string, string[]>> = {
  Web: {
    Ballots: dynamo("GetItem", "PutItem"),
    Main: dynamo("ConditionCheckItem", "GetItem", "PutItem", "Query", "UpdateItem"),
    "Main of REMARKS#* TEXTS#*": dynamo("DeleteItem"),
    Ephemeral: dynamo("DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem"),
    "Files/releases/*": ["s3:GetObject"],
    "Files/exports/*": ["s3:GetObject"],
    InvitationSecret: ["secretsmanager:GetSecretValue"],
  },
  Tally: {
    ...STREAM,
    ...DEFINITIONS,
    "Main of C#*": dynamo("GetItem", "PutItem", "Query"),
    "Main of COUNTING INSTALLATION RECOUNTS": dynamo("GetItem"),
    "Main of CONSULTATIONS COUNTING RECOUNTS": dynamo("PutItem"),
    "Main of INSTALLATION REVISIONS": dynamo("UpdateItem"),
    "Ephemeral of CURSORS": dynamo("PutItem", "Query"),
    "Files/marks/*": ["s3:GetObject", "s3:PutObject"],
  },
  Release: {
    ...JOB,
    Ballots: dynamo("Query", "Scan"),
    "Main of C#*": dynamo("GetItem", "PutItem", "Query"),
    "Main of COUNTING INSTALLATION": dynamo("GetItem"),
    "Main of INSTALLATION": dynamo("UpdateItem"),
    "Files/marks/*": ["s3:GetObject", "s3:PutObject"],
    "Files/releases/*": ["s3:GetObject", "s3:PutObject"],
  },
  Mix: {
    ...JOB,
    "Main of REMARKS#* TEXTS#*": dynamo("GetItem", "PutItem"),
    "Main of TEXT-COUNTS#*": dynamo("UpdateItem"),
    "Main of TEXTS#*": dynamo("ConditionCheckItem", "DeleteItem"),
    "Ephemeral of INBOX#*": dynamo("DeleteItem", "Query"),
  },
  Recount: {
    ...STREAM,
    ...JOB,
    Ballots: dynamo("DescribeTable", "Query", "Scan"),
    "Ephemeral of CURSORS": dynamo("Query"),
    "Main of C#* RECOUNTS": dynamo("GetItem", "PutItem", "Query"),
  },
  AfterClosing: {
    ...JOB,
    Ballots: dynamo("DeleteItem", "Query"),
    "Main of C#*": dynamo("GetItem", "PutItem", "Query", "UpdateItem"),
    "Main of CONSULTATIONS": dynamo("GetItem", "PutItem"),
    "Main of REVISIONS": dynamo("UpdateItem"),
    "Main of TEAMS": dynamo("Query"),
    "Main of REMARKS#* TEXTS#*": dynamo("DeleteItem", "Query"),
    "Main of TEXTS#*": dynamo("PutItem"),
    "Ephemeral of C#* INBOX#*": dynamo("DeleteItem", "Query"),
    "Files/releases/*": ["s3:GetObject"],
    "Files/exports/*": ["s3:DeleteObject", "s3:PutObject"],
  },
  Hooks: {
    ...JOB,
    "Main of C#*": dynamo("PutItem", "Query"),
    InvitationSecret: ["secretsmanager:GetSecretValue"],
  },
  SiteKey: { InvitationSecret: ["secretsmanager:GetSecretValue"] },
  Setup: {
    "Ephemeral of LINK#*": dynamo("PutItem"),
    InvitationSecret: ["secretsmanager:GetSecretValue"],
  },
};

describe("each function may do exactly this", () => {
  test.each(Object.entries(EXPECTED))("%s", (name, rights) => {
    expect(rightsOf(name)).toEqual({ ...rights, [`${name}Log`]: LOG });
  });

  test("and there is no other", () => {
    const names = Object.entries(resources(service, "AWS::Lambda::Function"))
      .filter(([, { Handler }]) => String(Handler).startsWith("lambda/"))
      .map(([id]) => id.replace(/Function[0-9A-F]{8}$/, ""));
    expect(names.toSorted()).toEqual(Object.keys(EXPECTED).toSorted());
  });
});

describe("whatever else they may", () => {
  const all = () => Object.keys(EXPECTED).map((name) => [name, rightsOf(name)] as const);

  test("no action is a wildcard, and no resource unbounded", () => {
    for (const [name, rights] of all()) {
      expect(Object.values(rights).flat().join(), name).not.toContain("*");
      expect(Object.keys(rights), name).not.toContain('"*"');
    }
  });

  test("only release, recount and what is done after closing list ballots; only that one deletes some, and only the pages write", () => {
    const may = (action: string) =>
      all().flatMap(([name, { Ballots = [] }]) =>
        Ballots.includes(`dynamodb:${action}`) ? [name] : [],
      );
    // Who may list every consultation's ballots may do so in one request.
    expect(may("Scan")).toEqual(["Release", "Recount"]);
    expect(may("Query")).toEqual(["Release", "Recount", "AfterClosing"]);
    expect(may("DeleteItem")).toEqual(["AfterClosing"]);
    expect(may("PutItem")).toEqual(["Web"]);
    for (const action of ["UpdateItem", "BatchGetItem", "BatchWriteItem"])
      expect(may(action)).toEqual([]);
  });

  test("of the main table nothing is deleted but what respondents wrote", () => {
    const deletes = ([of, actions]: [string, string[]]) =>
      of.startsWith("Main") && actions.includes("dynamodb:DeleteItem");
    const deleting = all().flatMap(([, rights]) => Object.entries(rights).filter(deletes));
    expect(deleting.length).toBeGreaterThan(1);
    for (const [of] of deleting) expect(of).toMatch(/^Main of (REMARKS#\* )?TEXTS#\*$/);
  });

  test("no job reaches organisers, codes or sessions, and none changes a team", () => {
    for (const [name, rights] of all().filter(([one]) => one !== "Web")) {
      for (const of of Object.keys(rights).filter((of) => /^(Main|Ephemeral)/.test(of))) {
        expect(of, name).toContain(" of ");
        expect(of, name).not.toMatch(/ORGANISERS|RECOVERY|SESSION/);
        if (of.includes("TEAMS")) expect(rights[of], name).toEqual(dynamo("Query"));
      }
    }
  });
});
