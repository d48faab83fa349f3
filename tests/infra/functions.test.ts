import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { everything, resource, resources, synth } from "./synth.ts";

let made: ReturnType<typeof synth>;
beforeAll(() => {
  made = synth();
});

const named = (name: string) => resource(made.service, "AWS::Lambda::Function", `${name}Function`);

test.each(["Web", "Tally", "Release", "Recount", "AfterClosing", "Hooks", "Setup", "SiteKey"])(
  "%s: Node 24, arm64, quiet JSON log, no X-Ray, its entry exists",
  (name) => {
    const it = named(name);
    expect(it).toMatchObject({
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      // These two read every ballot: with a whole processor, and the recount with room.
      MemorySize: { Release: 1769, Recount: 2048 }[name] ?? 512,
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
      ...(name === "Web" ? ["DEPLOYMENT"] : []),
      "EPHEMERAL_TABLE",
      "FILES_BUCKET",
      ...(name === "Web" ? ["LOG_DAYS"] : []),
      "MAIN_TABLE",
      ...(name === "Web" ? ["OPERATOR", "OPERATOR_CONTACT"] : []),
      "SECRET_ID",
      ...(["Hooks", "Setup"].includes(name) ? ["SITE_ADDRESS"] : []),
      ...(name === "Web" ? ["SITE_SINCE"] : []),
    ]);
    expect(it.Handler).toBe(`lambda/${name.replace(/(?<=.)[A-Z]/g, "-$&").toLowerCase()}.handler`);
    expect(
      existsSync(
        join(import.meta.dirname, "../../functions", it.Handler.replace(".handler", ".ts")),
      ),
    ).toBe(true);
  },
);

test("each job every minute; recount and release with time", () => {
  const schedule = (name: string) => resource(made.service, "AWS::Events::Rule", name);
  for (const name of ["Tally", "Release"]) {
    expect(schedule(name)).toMatchObject({
      ScheduleExpression: "rate(1 minute)",
      State: "ENABLED",
    });
    const Timeout = name === "Release" ? 900 : 60;
    expect(named(name)).toMatchObject({ Timeout });
  }
  expect(schedule("AfterClosing").ScheduleExpression).toBe("rate(1 minute)");
  expect(named("AfterClosing").Timeout).toBe(900);
  expect(schedule("Hooks").ScheduleExpression).toBe("rate(1 minute)");
  expect(named("Hooks").Timeout).toBe(300);
  expect(named("Hooks").Environment.Variables.SITE_ADDRESS).toBeDefined();
  expect(schedule("Recount").ScheduleExpression).toBe("rate(1 minute)");
  expect(named("Recount").Timeout).toBe(900);
  const rules = Object.values(resources(made.service, "AWS::Events::Rule"));
  const async = Object.values(resources(made.service, "AWS::Lambda::EventInvokeConfig"));
  const [queue] = Object.keys(resources(made.service, "AWS::SQS::Queue"));
  const failures = { "Fn::GetAtt": [queue, "Arn"] };
  expect([rules.length, async.length]).toEqual([6, 6]);
  // It is told of each that failed or could not begin; nothing is done twice.
  for (const { Targets } of rules) {
    expect(Targets[0].RetryPolicy.MaximumRetryAttempts).toBe(0);
    expect(Targets[0].DeadLetterConfig).toEqual({ Arn: failures });
    expect(JSON.stringify(Targets[0].Arn)).toMatch(/Ref":"\w+Live/);
  }
  for (const it of async) {
    expect(it).toMatchObject({ MaximumRetryAttempts: 0 });
    expect(JSON.stringify(it.Qualifier)).toMatch(/Ref":"\w+Live/);
    expect(it.DestinationConfig.OnFailure.Destination).toEqual(failures);
  }
});

test("concurrency is reserved only where the account has some to reserve", () => {
  const reserved = (template: typeof made.service) =>
    Object.entries(resources(template, "AWS::Lambda::Function")).flatMap(([id, it]) =>
      it.ReservedConcurrentExecutions === undefined
        ? []
        : [[id.replace(/Function.*/, ""), it.ReservedConcurrentExecutions]],
    );
  expect(reserved(made.service)).toEqual([]);
  expect(Object.fromEntries(reserved(synth(everything).service))).toEqual({
    Web: 500,
    Tally: 1,
    Release: 1,
    Mix: 1,
    Recount: 1,
    AfterClosing: 1,
    Hooks: 1,
  });
});

test("what is called is an alias; the version before stays, to go back to", () => {
  const all = Object.values(resources(made.service, "AWS::Lambda::Alias"));
  expect(all.map(({ Name }) => Name)).toEqual(all.map(() => "live"));
  expect(all).toHaveLength(7);
  const versions = Object.values(made.service.findResources("AWS::Lambda::Version"));
  expect(versions).toHaveLength(7);
  for (const it of versions) expect(it["DeletionPolicy"]).toBe("Retain");
  const [integration] = Object.values(resources(made.service, "AWS::ApiGatewayV2::Integration"));
  expect(JSON.stringify(integration.IntegrationUri)).toMatch(/WebLive/);
  expect(made.service.toJSON().Outputs.RollbackCommand.Value["Fn::Join"][1].join("")).toContain(
    "--name live --function-version VERSION",
  );
});

test("the consultation that Kenes ships is opened only where it is asked for", () => {
  const asked = resource(synth(everything).service, "AWS::Lambda::Function", "TallyFunction");
  expect(named("Tally").Environment.Variables.DEMONSTRATION).toBeUndefined();
  expect(asked.Environment.Variables.DEMONSTRATION).toBe("yes");
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
  expect(made.bundle.toSorted()).toEqual(["lambda", "lambda/web.mjs"]);
});
