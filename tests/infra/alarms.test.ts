import { glob, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Json, resource, resources, synth } from "./synth.ts";

const root = resolve(import.meta.dirname, "../..");

let service: ReturnType<typeof synth>["service"];
let alarms: Record<string, Json>;
let runbooks: string;
beforeAll(async () => {
  ({ service } = synth({ alarmEmail: "who@kenes.example", budgetUsd: 20 }));
  alarms = resources(service, "AWS::CloudWatch::Alarm");
  runbooks = await readFile(join(root, "docs/runbooks.md"), "utf8");
});

/** The headings between two others. */
const sections = (from: string, to: string): string[] => {
  const part = runbooks.slice(runbooks.indexOf(`\n## ${from}\n`), runbooks.indexOf(`\n## ${to}\n`));
  return [...part.matchAll(/^### (.+)$/gm)].map(([, name]) => name!);
};
const anchorOf = ({ AlarmDescription }: Json): string =>
  /docs\/runbooks\.md#([\w-]+)$/.exec(AlarmDescription)?.[1] ?? "none";

/** Every event that the code of the functions can log as an error, where it stands in the sources. */
async function errorEvents(): Promise<string[]> {
  const events = new Set<string>();
  for await (const file of glob("functions/**/*.{ts,tsx}", { cwd: root })) {
    // What one machine and its commands say is told on its own standard error (docs/one-machine.md).
    if (/^functions\/(local|kenes|command)\//.test(file)) continue;
    const text = await readFile(join(root, file), "utf8");
    const found = [...text.matchAll(/level: "error",\s*event: "([\w-]+)"/g)].map(([, one]) => one!);
    const lines = text.match(/level:[^\n]*"error"/g) ?? [];
    const undecided = lines.length - found.length;
    expect([file, undecided]).toEqual([file, BY_CASE[file]?.lines ?? 0]);
    for (const event of [...found, ...(BY_CASE[file]?.events ?? [])]) events.add(event);
  }
  return [...events].toSorted();
}

/** Lines of which the level or the event is decided while it runs. */
const BY_CASE: Record<string, { lines: number; events: string[] }> = {
  "functions/services.ts": { lines: 1, events: [] },
  "functions/jobs/counting.ts": { lines: 1, events: ["stream-gap"] },
};

describe("every alarm", () => {
  test("has its section in the runbooks, and every section an alarm", () => {
    const anchors = new Set(Object.values(alarms).map(anchorOf));
    // It gets its alarm where there is a queue.
    anchors.add("dead-letters");
    expect([...anchors].toSorted()).toEqual(sections("Alarms", "/health").toSorted());
  });

  test("tells somebody when it begins and when it is over, where somebody was named", () => {
    const topic = Object.keys(resources(service, "AWS::SNS::Topic")).find((id) =>
      id.startsWith("Alarms"),
    );
    for (const { AlarmActions, OKActions } of Object.values(alarms)) {
      expect([AlarmActions, OKActions]).toEqual([[{ Ref: topic }], [{ Ref: topic }]]);
    }
    const mail = Object.values(resources(service, "AWS::SNS::Subscription"));
    expect(mail).toContainEqual({
      Endpoint: "who@kenes.example",
      Protocol: "email",
      TopicArn: { Ref: topic },
    });
  });

  test("hears that a job is silent; of other silence it makes nothing", () => {
    const missing = Object.fromEntries(
      Object.values(alarms).map((one) => [anchorOf(one), one.TreatMissingData]),
    );
    const silent = ["tally-behind", "release-silent", "job-silent"];
    for (const [anchor, treated] of Object.entries(missing)) {
      expect([anchor, treated]).toEqual([
        anchor,
        silent.includes(anchor) ? "breaching" : "notBreaching",
      ]);
    }
    for (const anchor of silent) expect(missing).toHaveProperty(anchor);
  });

  test("counts lines of the functions that log them: every job is heard, and errors of all", () => {
    const filters = Object.values(resources(service, "AWS::Logs::MetricFilter"));
    const logsOf = (metric: string) =>
      filters
        .filter(({ MetricTransformations: [one] }) => one.MetricName === metric)
        .map(({ LogGroupName, FilterPattern }) => [LogGroupName.Ref, FilterPattern]);
    for (const job of ["Tally", "Release", "Mix", "Recount", "AfterClosing", "Hooks"]) {
      expect(logsOf(`${job}Done`)).toEqual([
        [expect.stringMatching(new RegExp(`^${job}Log`)), '{ $.message.event = "job-done" }'],
      ]);
    }
    const functions = Object.values(resources(service, "AWS::Lambda::Function")).filter(
      ({ Handler }) => Handler.startsWith("lambda/"),
    );
    const logs = functions.map(({ LoggingConfig }) => LoggingConfig.LogGroup.Ref);
    expect(
      logsOf("Errors")
        .map(([log]) => log)
        .toSorted(),
    ).toEqual(logs.toSorted());
  });
});

test("what the filters look for is logged by somebody", async () => {
  const patterns = Object.values(resources(service, "AWS::Logs::MetricFilter")).map(
    ({ FilterPattern }) => /event = "([\w-]+)"/.exec(FilterPattern)?.[1],
  );
  const wanted = new Set(patterns.filter((event) => event !== undefined));
  expect([...wanted].toSorted()).toEqual(["job-done", "not-published"]);
  for await (const file of glob("functions/lambda/*.ts", { cwd: root })) {
    const text = await readFile(join(root, file), "utf8");
    for (const [, event] of text.matchAll(/event: "([\w-]+)"/g)) wanted.delete(event!);
  }
  expect([...wanted]).toEqual([]);
});

test("every error that the functions can log stands in the table of what to do, and no other", async () => {
  const rows = runbooks.slice(runbooks.indexOf("### errors"), runbooks.indexOf("### unanswered"));
  const named = [...rows.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`([\w-]+)`/g)].map(([, event]) => event!),
  );
  const logged = (await errorEvents()).filter((event) => event !== "recounted");
  expect(named.toSorted()).toEqual(logged);
});

test("what is watched costs what the decision says", () => {
  const metricsOf = ({ Metrics = [{}] }: Json) =>
    Metrics.filter(({ Expression }: Json) => Expression === undefined).length as number;
  const sum = Object.values(alarms).reduce((all, one) => all + metricsOf(one), 0);
  const filters = Object.values(resources(service, "AWS::Logs::MetricFilter"));
  const own = new Set(filters.map(({ MetricTransformations: [one] }) => one.MetricName));
  expect(sum).toBeLessThanOrEqual(13);
  expect(own.size).toBeLessThanOrEqual(10);
  const boards = Object.values(resources(service, "AWS::CloudWatch::Dashboard"));
  expect(boards).toHaveLength(1);
  const shown = JSON.stringify(boards[0].DashboardBody).match(/\\"AWS\/|\\"KenesService\\"/g) ?? [];
  expect(shown.length).toBeLessThanOrEqual(50);
});

describe("the budget", () => {
  test("tells at half, at four fifths and at all of it, and then calls its function", () => {
    const budget = resource(service, "AWS::Budgets::Budget", "Budget");
    expect(budget.Budget.BudgetLimit).toEqual({ Amount: 20, Unit: "USD" });
    const steps = budget.NotificationsWithSubscribers.map(({ Notification, Subscribers }: Json) => [
      Notification.Threshold,
      Subscribers.map((one: Json) => one.SubscriptionType),
    ]);
    expect(steps).toEqual([
      [50, ["EMAIL"]],
      [80, ["EMAIL"]],
      [100, ["EMAIL", "SNS"]],
    ]);
  });

  test("calls a function that may put one item and nothing else", () => {
    const policy = resource(service, "AWS::IAM::Policy", "BudgetReadOnlyRights");
    expect(policy.PolicyDocument.Statement).toEqual([
      {
        Action: "dynamodb:PutItem",
        Effect: "Allow",
        Resource: expect.anything(),
        Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["READ-ONLY"] } },
      },
    ]);
    const topic = resource(service, "AWS::SNS::TopicPolicy", "BudgetSpent");
    const allowed = topic.PolicyDocument.Statement.filter(({ Effect }: Json) => Effect === "Allow");
    expect(allowed).toMatchObject([{ Principal: { Service: "budgets.amazonaws.com" } }]);
  });
});

test("where nobody is named the alarms are there and tell nobody; there is no budget of itself", () => {
  const quiet = synth().service;
  const alarms = Object.values(resources(quiet, "AWS::CloudWatch::Alarm"));
  expect(alarms.length).toBeGreaterThan(7);
  for (const one of alarms) expect(one.AlarmActions).toBeUndefined();
  for (const type of ["AWS::SNS::Topic", "AWS::Budgets::Budget"]) {
    expect(resources(quiet, type)).toEqual({});
  }
});
