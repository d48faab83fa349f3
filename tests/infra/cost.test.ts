import { beforeAll, expect, test } from "vitest";
import { HELD, JOBS, STREAM, WEB } from "../../domain/cost/stacks.ts";
import { EMPTY_PAGES } from "../../functions/jobs/stream-reader.ts";
import { type Json, resources, synth } from "./synth.ts";

let made: ReturnType<typeof synth>;
beforeAll(() => {
  made = synth();
});

const all = (type: string): Json[] =>
  [made.data, made.service].flatMap((template) => Object.values(resources(template, type)));

test("the bill counts what the stacks hold", () => {
  const lists = all("AWS::WAFv2::WebACL");
  expect({
    secrets: all("AWS::SecretsManager::Secret").length,
    keys: all("AWS::KMS::Key").length,
    // Several filters may fill one, and an alarm is paid by the metrics that it looks at.
    metrics: new Set(
      all("AWS::Logs::MetricFilter").map(({ MetricTransformations: [one] }) => one.MetricName),
    ).size,
    alarms: all("AWS::CloudWatch::Alarm")
      .map(({ Metrics = [] }) => Metrics.filter(({ MetricStat }: Json) => MetricStat).length || 1)
      .reduce((sum, one) => sum + one, 0),
    dashboards: all("AWS::CloudWatch::Dashboard").length,
    zones: all("AWS::Route53::HostedZone").length,
    wafAcls: lists.length,
    wafRules: lists.flatMap(({ Rules }) => Rules).length,
  }).toEqual(HELD);
});

test("with each function's memory and schedule", () => {
  const functions = all("AWS::Lambda::Function").filter(({ Handler }) =>
    Handler.startsWith("lambda/"),
  );
  const memory = Object.fromEntries(
    functions.map(({ Handler, MemorySize }) => [Handler.slice(7, -8), MemorySize / 1024]),
  );
  const said = Object.entries(JOBS).map(([name, job]) => [name, job.memory]);
  expect(memory).toMatchObject({ web: WEB.memory, ...Object.fromEntries(said) });
  const minutes = all("AWS::Events::Rule").filter(
    ({ ScheduleExpression }) => ScheduleExpression === "rate(1 minute)",
  );
  const each = Object.values(JOBS).filter(({ runs }) => runs === 30 * 24 * 60);
  expect(minutes).toHaveLength(each.length);
  expect(all("AWS::Events::Rule")).toHaveLength(Object.keys(JOBS).length);
  expect(STREAM.emptyPages).toBe(EMPTY_PAGES);
});
