import type { Stack } from "aws-cdk-lib";
import type { DataStack } from "./data-stack.ts";
import { accepted } from "./nag.ts";

/**
 * The only rights of our functions (rights.ts) to more than one named thing: no action is a wildcard, and of resources
 * nothing but the end of these four. Any other one stops the synthesis.
 */
export function acceptedWildcards(service: Stack, data: DataStack): void {
  const within = (arn: string, ending: string, reason: string): void => {
    const { "Fn::ImportValue": name } = service.resolve(data.exportValue(arn));
    accepted(service, `AwsSolutions-IAM5[Resource::${name}/${ending}]`, reason);
  };
  const { files, tables } = data;
  within(files.bucketArn, "releases/*", "A release has a name of its own when it is made.");
  within(files.bucketArn, "exports/*", "An export has names of its own when it is made.");
  within(files.bucketArn, "marks/*", "One file, in the folder that only marks are in.");
  within(
    tables.ballots.tableArn,
    "stream/*",
    "A stream that is switched off and on again has another name, and counting has to go on.",
  );
}
