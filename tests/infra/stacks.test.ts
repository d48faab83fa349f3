import { beforeAll, describe, expect, test } from "vitest";
import { everything, type Json, resource, resources, settings, synth } from "./synth.ts";

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

  test("a cap of writes, and a key of one's own, only where they are asked for", () => {
    const own = synth(everything).data;
    expect(resources(made.data, "AWS::KMS::Key")).toEqual({});
    const [[id, key]] = Object.entries(resources(own, "AWS::KMS::Key")) as [[string, Json]];
    expect(key).toMatchObject({ EnableKeyRotation: true, PendingWindowInDays: 30 });
    const arn = { "Fn::GetAtt": [id, "Arn"] };
    for (const name of ["Ballots", "Main", "Ephemeral"]) {
      expect(table(name).OnDemandThroughput).toBeUndefined();
      expect(table(name).SSESpecification).toBeUndefined();
      const it = resource(own, "AWS::DynamoDB::Table", name);
      expect(it.OnDemandThroughput).toEqual({ MaxWriteRequestUnits: 2000 });
      expect(it.SSESpecification).toMatchObject({ SSEType: "KMS", KMSMasterKeyId: arn });
    }
    const [{ KMSMasterKeyID, ...rest }] = resource(
      own,
      "AWS::S3::Bucket",
      "Files",
    ).BucketEncryption.ServerSideEncryptionConfiguration.map((it: Json) => ({
      ...it.ServerSideEncryptionByDefault,
      BucketKeyEnabled: it.BucketKeyEnabled,
    }));
    expect([KMSMasterKeyID, rest.BucketKeyEnabled]).toEqual([arn, true]);
    expect(resource(own, "AWS::SecretsManager::Secret", "InvitationSecret").KmsKeyId).toEqual(arn);
    // By itself it is for nobody but who may administer it: all others use it through what it encrypts.
    const others = key.KeyPolicy.Statement.filter((it: Json) => it.Principal.AWS === "*");
    expect(others.length).toBeGreaterThan(0);
    for (const { Condition, Action } of others) {
      expect(Condition.StringEquals).toHaveProperty("kms:ViaService");
      expect(Condition.StringEquals).toHaveProperty("kms:CallerAccount");
      expect(JSON.stringify(Action)).not.toMatch(/\*|kms:(Schedule|Disable|Put)/);
    }
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

test("two installations in one account have nothing of one name", () => {
  const other = synth(everything);
  const names = ({ assembly, data, service }: typeof made) => [
    ...assembly.stacks.map(({ stackName }) => stackName),
    ...[data, service].flatMap((template) =>
      Object.values<Json>(template.toJSON().Resources).flatMap(({ Properties = {} }) =>
        ["FunctionName", "Name", "TableName", "BucketName", "QueueName", "RoleName", "LogGroupName"]
          .map((name) => Properties[name])
          .filter((name) => typeof name === "string" && !["live", "$default"].includes(name)),
      ),
    ),
  ];
  const [first, second] = [names(made), names(other)];
  expect(first).toEqual(
    expect.arrayContaining(["KenesData", "KenesService", "Kenes-Web", "Kenes"]),
  );
  expect(second).toEqual(
    expect.arrayContaining(["SecondData", "SecondService", "SecondFirewall", "Second-Web"]),
  );
  expect(first.filter((name) => second.includes(name))).toEqual([]);
  for (const { tags, template } of made.assembly.stacks) {
    expect(tags).toEqual({ Kenes: "Kenes" });
    expect(template.Description).toMatch(/^Kenes, Kenes: /);
  }
});

test("a firewall, where one is asked for, in the one region where AWS makes it, and without a sample", () => {
  expect(made.firewall).toBeUndefined();
  const { assembly, firewall } = synth(everything);
  expect(assembly.getStackByName("SecondFirewall").environment.region).toBe("us-east-1");
  const [acl] = Object.values(resources(firewall!, "AWS::WAFv2::WebACL"));
  expect(acl).toMatchObject({ Scope: "CLOUDFRONT", DefaultAction: { Allow: {} } });
  const [rule] = acl.Rules;
  expect(rule.Statement.RateBasedStatement).toMatchObject({ AggregateKeyType: "IP", Limit: 3000 });
  const { ResponseCode, CustomResponseBodyKey } = rule.Action.Block.CustomResponse;
  expect(ResponseCode).toBe(429);
  expect(acl.CustomResponseBodies[CustomResponseBodyKey].ContentType).toBe("TEXT_HTML");
  for (const it of [acl, rule]) expect(it.VisibilityConfig.SampledRequestsEnabled).toBe(false);
});
