import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { FUNCTION_LOG } from "./function.ts";
import { accepted } from "./nag.ts";

/**
 * Where it is told of each run of a job that failed, or that could not begin: which, when, and the kind of error. Kept as
 * long as the logs, where the rest of it stands.
 */
export function failuresQueue(scope: Construct): Queue {
  const queue = new Queue(scope, "Failures", {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(FUNCTION_LOG),
    removalPolicy: RemovalPolicy.DESTROY,
  });
  accepted(queue, "AwsSolutions-SQS3", "It is the dead-letter queue.");
  return queue;
}
