import { Duration } from "aws-cdk-lib";
import { Rule, type Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { KenesFunction, type KenesFunctionProps } from "./function.ts";
import type { Construct } from "constructs";

/** A function, and when it runs. */
export interface JobProps extends KenesFunctionProps {
  schedule: Schedule;
}

/**
 * A function run by the clock. A run that fails, or finds the one before still at work, is not
 * repeated: the next one begins where the last commit ended, and a queue of old runs helps nobody.
 */
export class Job extends KenesFunction {
  constructor(scope: Construct, id: string, props: JobProps) {
    super(scope, id, props);
    const giveUp = { retryAttempts: 0, maxEventAge: Duration.minutes(1) };
    this.lambda.configureAsyncInvoke(giveUp);
    new Rule(this, "Schedule", {
      schedule: props.schedule,
      targets: [new LambdaFunction(this.lambda, giveUp)],
    });
  }
}
