import { Duration } from "aws-cdk-lib";
import { Rule, type Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { KenesFunction, type KenesFunctionProps } from "./function.ts";
import type { Construct } from "constructs";

/** A function, when it runs, and where runs that failed are told. */
export interface JobProps extends KenesFunctionProps {
  schedule: Schedule;
  failures: IQueue;
}

/**
 * A function run by the clock. A run that fails, or finds the one before still at work, is not
 * repeated: the next one begins where the last commit ended, and a queue of old runs helps nobody. What became of
 * it stands in `failures`, to be looked into.
 */
export class Job extends KenesFunction {
  constructor(scope: Construct, id: string, props: JobProps) {
    const { failures } = props;
    // CDK's own destination would give more rights than to tell it.
    const tell = new PolicyStatement({
      actions: ["sqs:SendMessage"],
      resources: [failures.queueArn],
    });
    super(scope, id, { ...props, rights: [...props.rights, tell] });
    const giveUp = { retryAttempts: 0, maxEventAge: Duration.minutes(1) };
    const onFailure = { bind: () => ({ destination: failures.queueArn }) };
    this.live.configureAsyncInvoke({ ...giveUp, onFailure });
    new Rule(this, "Schedule", {
      schedule: props.schedule,
      targets: [new LambdaFunction(this.live, { ...giveUp, deadLetterQueue: failures })],
    });
  }
}
