import { Duration } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import {
  AlarmStatusWidget,
  Dashboard as Board,
  GraphWidget,
  type IMetric,
  TextWidget,
} from "aws-cdk-lib/aws-cloudwatch";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { Alarms } from "./alarms.ts";
import type { DataStack } from "./data-stack.ts";

/** By the hour: how many come in a minute is nobody's to look at. */
const HOUR = { period: Duration.hours(1) };

export interface DashboardProps {
  data: DataStack;
  alarms: Alarms;
  api: HttpApi;
  web: Lambda;
}

/** One page for whoever was called: the alarms above, and below what their runbooks send one to. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { data, alarms, api, web }: DashboardProps) {
    super(scope, id);
    const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
      new GraphWidget({ title, left, right, width: 8 });
    const { ballots, main } = data.tables;
    const { done, notPublished, errors } = alarms.metrics;
    new Board(this, "Board", {
      widgets: [
        [
          new TextWidget({
            markdown: "What each alarm means, and what to do: docs/runbooks.md",
            width: 24,
            height: 1,
          }),
        ],
        [new AlarmStatusWidget({ title: "Alarms", alarms: alarms.all, width: 24 })],
        [
          graph("Finished runs of jobs", done),
          graph("Errors and what is not published", [errors, notPublished]),
          graph(
            "Requests, and those answered with 5xx",
            [api.metricCount(HOUR)],
            [api.metricServerError(HOUR)],
          ),
        ],
        [
          graph("How long pages and API take, in ms", [
            web.metricDuration({ ...HOUR, statistic: "p95" }),
          ]),
          graph(
            "Functions at once, and refused",
            [web.metric("ConcurrentExecutions", { ...HOUR, statistic: "max" })],
            [web.metricThrottles(HOUR)],
          ),
          graph(
            "Units read and written",
            [
              main.metricConsumedReadCapacityUnits(HOUR),
              main.metricConsumedWriteCapacityUnits(HOUR),
            ],
            [ballots.metricConsumedWriteCapacityUnits(HOUR)],
          ),
        ],
      ],
    });
  }
}
