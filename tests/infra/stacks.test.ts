import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Json, resource, resources, settings, synth } from "./synth.ts";

let made: ReturnType<typeof synth>;
beforeAll(() => {
  made = synth();
});

describe("data", () => {
  const table = (name: string) => resource(made.data, "AWS::DynamoDB::Table", name);

  test("three tables, on demand, keys pk and sk", () => {
    const tables = Object.values(resources(made.data, "AWS::DynamoDB::Table"));
    expect(tables).toHaveLength(3);
    for (const { BillingMode, KeySchema, AttributeDefinitions } of tables) {
      expect(BillingMode).toBe("PAY_PER_REQUEST");
      expect(KeySchema.map((key: Json) => `${key.AttributeName} ${key.KeyType}`)).toEqual([
        "pk HASH",
        "sk RANGE",
      ]);
      expect(AttributeDefinitions.map((key: Json) => key.AttributeType)).toEqual(["S", "S"]);
    }
  });

  test("only ballots has a stream, of old and new images", () => {
    expect(table("Ballots").StreamSpecification).toEqual({ StreamViewType: "NEW_AND_OLD_IMAGES" });
    expect(table("Main").StreamSpecification).toBeUndefined();
    expect(table("Ephemeral").StreamSpecification).toBeUndefined();
  });

  test("what must last can be restored for 7 days; what must not is in no backup and expires", () => {
    for (const name of ["Ballots", "Main"]) {
      expect(table(name).PointInTimeRecoverySpecification).toEqual({
        PointInTimeRecoveryEnabled: true,
        RecoveryPeriodInDays: 7,
      });
      expect(table(name).DeletionProtectionEnabled).toBe(true);
      expect(table(name).TimeToLiveSpecification).toBeUndefined();
    }
    expect(table("Ephemeral").PointInTimeRecoverySpecification).toBeUndefined();
    expect(table("Ephemeral").TimeToLiveSpecification).toEqual({
      AttributeName: "expiresAt",
      Enabled: true,
    });
  });

  test("removing the stack removes nothing but the ephemeral table", () => {
    const removed = Object.entries<Json>(made.data.toJSON().Resources)
      .filter(([, { Type }]) => Type !== "AWS::S3::BucketPolicy")
      .filter(([, it]) => it.DeletionPolicy !== "Retain" || it.UpdateReplacePolicy !== "Retain")
      .map(([id]) => id);
    expect(removed).toEqual([expect.stringMatching(/^Ephemeral/)]);
    expect(made.assembly.getStackByName("KenesData").terminationProtection).toBe(true);
  });

  test("the invitation secret is drawn by AWS, not by us", () => {
    const secret = resource(made.data, "AWS::SecretsManager::Secret", "InvitationSecret");
    expect(secret.GenerateSecretString).toEqual({ PasswordLength: 64, ExcludePunctuation: true });
    expect(secret.SecretString).toBeUndefined();
  });
});

test("buckets: not public, TLS 1.2 only, versioned", () => {
  for (const template of [made.data, made.service]) {
    const buckets = Object.entries(resources(template, "AWS::S3::Bucket"));
    expect(buckets).toHaveLength(1);
    for (const [id, bucket] of buckets) {
      expect(Object.values(bucket.PublicAccessBlockConfiguration)).toEqual([
        true,
        true,
        true,
        true,
      ]);
      expect(bucket.VersioningConfiguration).toEqual({ Status: "Enabled" });
      const policy = Object.values(resources(template, "AWS::S3::BucketPolicy")).find(
        (it) => it.Bucket.Ref === id,
      );
      const refused = policy.PolicyDocument.Statement.filter((it: Json) => it.Effect === "Deny");
      expect(refused.map((it: Json) => it.Condition)).toEqual([
        { Bool: { "aws:SecureTransport": "false" } },
        { NumericLessThan: { "s3:TlsVersion": 1.2 } },
      ]);
    }
  }
});

test("files of exports go after eight days; they and the mark leave no old version for longer than one", () => {
  const [bucket] = Object.values(resources(made.data, "AWS::S3::Bucket"));
  expect(bucket.LifecycleConfiguration.Rules).toEqual([
    {
      Prefix: "exports/",
      Status: "Enabled",
      ExpirationInDays: 8,
      NoncurrentVersionExpiration: { NoncurrentDays: 1 },
    },
    { Prefix: "marks/", Status: "Enabled", NoncurrentVersionExpiration: { NoncurrentDays: 1 } },
  ]);
});

describe("functions", () => {
  const named = (name: string) =>
    resource(made.service, "AWS::Lambda::Function", `${name}Function`);

  test.each(["Web", "Tally", "Release", "Recount", "AfterClosing", "Hooks", "Setup"])(
    "%s: Node 24, arm64, quiet JSON log, no X-Ray, its entry exists",
    (name) => {
      const it = named(name);
      expect(it).toMatchObject({
        Runtime: "nodejs24.x",
        Architectures: ["arm64"],
        // The release counts every ballot in its time: with a whole processor.
        MemorySize: name === "Release" ? 1769 : 512,
      });
      expect(it.LoggingConfig).toMatchObject({ LogFormat: "JSON", SystemLogLevel: "WARN" });
      expect(it.TracingConfig).toBeUndefined();
      expect(resource(made.service, "AWS::Logs::LogGroup", `${name}Log`).RetentionInDays).toBe(14);
      // What the page on what is stored says of log and backups is what the stacks see to.
      if (name === "Web") {
        expect(it.Environment.Variables).toMatchObject({ LOG_DAYS: "14", BACKUP_DAYS: "7" });
      }
      expect(Object.keys(it.Environment.Variables).toSorted()).toEqual([
        ...(name === "Web" ? ["BACKUP_DAYS"] : []),
        "BALLOTS_TABLE",
        "EPHEMERAL_TABLE",
        "FILES_BUCKET",
        ...(name === "Web" ? ["LOG_DAYS"] : []),
        "MAIN_TABLE",
        ...(name === "Web" ? ["OPERATOR", "OPERATOR_CONTACT"] : []),
        "SECRET_ID",
        ...(["Hooks", "Setup"].includes(name) ? ["SITE_ADDRESS"] : []),
        ...(name === "Web" ? ["SITE_KEY"] : []),
      ]);
      expect(it.Handler).toBe(
        `lambda/${name.replace(/(?<=.)[A-Z]/g, "-$&").toLowerCase()}.handler`,
      );
      expect(
        existsSync(
          join(import.meta.dirname, "../../functions", it.Handler.replace(".handler", ".ts")),
        ),
      ).toBe(true);
    },
  );

  test("tally, release and recount each minute, one at a time; recount with time and room", () => {
    const schedule = (name: string) => resource(made.service, "AWS::Events::Rule", name);
    for (const name of ["Tally", "Release"]) {
      expect(schedule(name)).toMatchObject({
        ScheduleExpression: "rate(1 minute)",
        State: "ENABLED",
      });
      const Timeout = name === "Release" ? 900 : 60;
      expect(named(name)).toMatchObject({ ReservedConcurrentExecutions: 1, Timeout });
    }
    expect(schedule("AfterClosing").ScheduleExpression).toBe("rate(1 minute)");
    expect(named("AfterClosing")).toMatchObject({ ReservedConcurrentExecutions: 1, Timeout: 900 });
    expect(schedule("Hooks").ScheduleExpression).toBe("rate(1 minute)");
    expect(named("Hooks")).toMatchObject({ ReservedConcurrentExecutions: 1, Timeout: 300 });
    expect(named("Hooks").Environment.Variables.SITE_ADDRESS).toBeDefined();
    expect(schedule("Recount").ScheduleExpression).toBe("rate(1 minute)");
    expect(named("Recount")).toMatchObject({ Timeout: 900, MemorySize: 2048 });
    for (const { Targets } of Object.values(resources(made.service, "AWS::Events::Rule"))) {
      expect(Targets[0].RetryPolicy.MaximumRetryAttempts).toBe(0);
    }
    const async = Object.values(resources(made.service, "AWS::Lambda::EventInvokeConfig"));
    expect(async.map((it) => it.MaximumRetryAttempts)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test("setup link: it knows the site's address, and the stack says how to ask for one", () => {
    const { SITE_ADDRESS } = named("Setup").Environment.Variables;
    const { Address, SetupLinkCommand } = made.service.toJSON().Outputs;
    expect(SITE_ADDRESS).toEqual(Address.Value);
    expect(JSON.stringify(SetupLinkCommand.Value)).toMatch(
      /aws lambda invoke --region .*AWS::Region.* --function-name .*SetupFunction.* \/dev\/stdout/,
    );
  });

  test("the bundle ships without the other hosting and without source maps", () => {
    const { S3Key } = named("Web").Code;
    const folder = join(made.assembly.directory, `asset.${S3Key.replace(".zip", "")}`);
    expect(readdirSync(folder, { recursive: true }).toSorted()).toEqual([
      "lambda",
      "lambda/web.mjs",
    ]);
  });
});

test("synthesis looks nothing up and reports nothing to anyone", () => {
  expect(made.assembly.manifest.missing).toBeUndefined();
  expect(made.assembly.stacks.map((stack) => stack.environment.name)).toEqual(
    Array(2).fill("aws://unknown-account/unknown-region"),
  );
  expect(settings).toMatchObject({
    app: "node infra/app.ts",
    notices: false,
    versionReporting: false,
  });
  expect(settings.context["cli-telemetry"]).toBe(false);
});
