import { CfnOutput, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { type KenesFunction, LIVE } from "./function.ts";
import type { Settings } from "./settings.ts";
import type { Site } from "./site.ts";

interface Made {
  settings: Settings;
  site: Site;
  web: KenesFunction;
  setup: KenesFunction;
}

/** What a deployment prints: where the installation is, and the commands that whoever runs it needs next. */
export function tellWhatToDo(scope: Construct, { settings, site, web, setup }: Made): void {
  const { region } = Stack.of(scope);
  const target = site.distribution.distributionDomainName;
  new CfnOutput(scope, "Address", { value: site.address });
  new CfnOutput(scope, "DistributionDomain", {
    description: "Where the name of the installation has to lead to",
    value: target,
  });
  if (settings.domain !== undefined) {
    new CfnOutput(scope, "DnsRecord", {
      description: "To make at the domain's DNS; at the top of a zone: ALIAS or ANAME instead",
      value: `${settings.domain}. CNAME ${target}.`,
    });
  }
  new CfnOutput(scope, "SetupLinkCommand", {
    description: "Prints a link to become an organiser by, who owns every consultation",
    value: `aws lambda invoke --region ${region} --function-name ${setup.lambda.functionName} /dev/stdout`,
  });
  new CfnOutput(scope, "VersionsCommand", {
    description: "Lists the versions of the pages that can be gone back to (docs/aws.md)",
    value: `aws lambda list-versions-by-function --region ${region} --function-name ${web.lambda.functionName} --query "Versions[].[Version,LastModified]" --output text`,
  });
  new CfnOutput(scope, "RollbackCommand", {
    description: "Goes back to a version of the pages, within seconds",
    value: `aws lambda update-alias --region ${region} --function-name ${web.lambda.functionName} --name ${LIVE} --function-version VERSION`,
  });
}
