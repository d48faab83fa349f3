/**
 * What calls somebody: few alarms, each of which asks for something to be done, with its section in docs/runbooks.md.
 * They hear the lines that the functions log (functions/services.ts) and what AWS counts by itself, and nothing of
 * respondents. An alarm is a tenth of a dollar a month beyond ten, a metric of our own three tenths beyond ten.
 */
import { Duration, Stack } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import { FilterPattern, type IFilterPattern, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

const MINUTES_5 = Duration.minutes(5);

/** More requests in an hour than this cost dollars in it: a campaign, or a flood. */
const MANY_REQUESTS = 500_000;

/** The jobs that run each minute besides the tally and the release. */
const OTHER_JOBS = ["Mix", "Recount", "AfterClosing", "Hooks"] as const;
const JOBS = ["Tally", "Release", ...OTHER_JOBS] as const;

export interface AlarmsProps {
  web: Lambda;
  jobs: Readonly<Record<(typeof JOBS)[number], Lambda>>;
  /** Functions that are called for something rare. */
  others: readonly Lambda[];
  api: HttpApi;
  /** Where what could not be delivered waits. */
  deadLetters: readonly IQueue[];
  /** Who is told. Without it the alarms stand on the dashboard alone. */
  email: string | undefined;
}

/** When an alarm goes off: the sum of five minutes, in so many of them one after the other. */
interface When {
  /** Where this stands at its end: its section in the runbooks. */
  anchor: string;
  what: string;
  metric: IMetric;
  atLeast?: number;
  below?: number;
  periods?: number;
  /** What runs no more logs nothing, and that must be heard. */
  isMissingBad?: boolean;
}

/** All alarms, and whom they tell. */
export class Alarms extends Construct {
  readonly all: Alarm[] = [];
  /** Finished runs by job, and what was not well: for the dashboard. */
  readonly metrics: { done: Metric[]; notPublished: Metric; errors: Metric };
  readonly #topic: Topic | undefined;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const { web, jobs, others, api, deadLetters, email } = props;
    this.#topic = email === undefined ? undefined : this.#tell(email);
    const functions = [web, ...Object.values(jobs), ...others];
    const isDone = FilterPattern.stringValue("$.message.event", "=", "job-done");
    const done = Object.fromEntries(
      JOBS.map((name) => [name, this.#count(`${name}Done`, [jobs[name]], isDone)]),
    ) as Record<(typeof JOBS)[number], Metric>;
    const unpublished = FilterPattern.stringValue("$.message.event", "=", "not-published");
    const notPublished = this.#count("NotPublished", [jobs.Release], unpublished);
    const isError = FilterPattern.stringValue("$.level", "=", "ERROR");
    const errors = this.#count("Errors", functions, isError);
    this.metrics = { done: Object.values(done), notPublished, errors };

    this.#add("TallyBehind", {
      anchor: "tally-behind",
      what: "For ten minutes no pass has counted all ballots: the tally fails, is behind, or does not run.",
      metric: done.Tally,
      below: 1,
      periods: 2,
      isMissingBad: true,
    });
    this.#add("ReleaseSilent", {
      anchor: "release-silent",
      what: "For half an hour the job that publishes has finished no run.",
      metric: done.Release,
      below: 1,
      periods: 6,
      isMissingBad: true,
    });
    this.#add("JobSilent", {
      anchor: "job-silent",
      what: `For half an hour one of ${OTHER_JOBS.join(", ")} has finished no run.`,
      metric: new MathExpression({
        expression: OTHER_JOBS.map((_, place) => `IF(FILL(m${place}, 0) < 1, 1, 0)`).join(" + "),
        usingMetrics: Object.fromEntries(
          OTHER_JOBS.map((name, place) => [`m${place}`, done[name]]),
        ),
        period: MINUTES_5,
      }),
      atLeast: 1,
      periods: 6,
      isMissingBad: true,
    });
    this.#add("NotPublished", {
      anchor: "not-published",
      what: "A difference or a gap stops the publication of a consultation, or its last release is overdue.",
      metric: notPublished,
      atLeast: 1,
    });
    this.#add("Errors", {
      anchor: "errors",
      what: "A function has logged an error: which one, and what then, stands in the table.",
      metric: errors,
      atLeast: 1,
    });
    this.#add("Unanswered", {
      anchor: "unanswered",
      what: "Requests were answered with 5xx: people see that it does not work.",
      metric: api.metricServerError({ period: MINUTES_5, statistic: "sum" }),
      atLeast: 5,
    });
    this.#add("Throttled", {
      anchor: "throttled",
      what: "More requests came at once than functions may run.",
      metric: web.metricThrottles({ period: MINUTES_5 }),
      atLeast: 1,
    });
    this.#add("Spending", {
      anchor: "spending",
      what: `More than ${MANY_REQUESTS} requests in an hour: this costs dollars an hour.`,
      metric: api.metricCount({ period: Duration.hours(1), statistic: "sum" }),
      atLeast: MANY_REQUESTS,
    });
    for (const [place, queue] of deadLetters.entries()) {
      this.#add(`DeadLetters${place === 0 ? "" : place + 1}`, {
        anchor: "dead-letters",
        what: "Something that a function should have done could not be handed over to it.",
        metric: queue.metricApproximateNumberOfMessagesVisible({ period: MINUTES_5 }),
        atLeast: 1,
      });
    }
  }

  /** How many lines of these functions match, in five minutes. Several logs may fill one metric. */
  #count(name: string, functions: readonly Lambda[], filterPattern: IFilterPattern): Metric {
    const metric = {
      metricNamespace: Stack.of(this).stackName,
      metricName: name,
    };
    for (const [place, { logGroup }] of functions.entries()) {
      new MetricFilter(this, `${name}${place}`, { logGroup, filterPattern, ...metric });
    }
    const { metricNamespace: namespace, metricName } = metric;
    return new Metric({ namespace, metricName, statistic: "sum", period: MINUTES_5 });
  }

  #add(id: string, { anchor, what, metric, atLeast, below, periods = 1, isMissingBad }: When) {
    const alarm = new Alarm(this, id, {
      alarmDescription: `${what} docs/runbooks.md#${anchor}`,
      metric,
      evaluationPeriods: periods,
      threshold: atLeast ?? below ?? 0,
      comparisonOperator:
        below === undefined
          ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
          : ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData:
        isMissingBad === true ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    this.all.push(alarm);
    if (this.#topic === undefined) return;
    const told = new SnsAction(this.#topic);
    alarm.addAlarmAction(told);
    alarm.addOkAction(told);
  }

  /** A topic to which the alarms of this account may send, and one address that hears them once it has agreed. */
  #tell(email: string): Topic {
    const topic = new Topic(this, "Topic", { enforceSSL: true });
    topic.addSubscription(new EmailSubscription(email));
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    );
    return topic;
  }
}
