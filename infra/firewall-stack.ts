import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";

/** In five minutes, from one address. Behind the address of a mobile network there may be thousands. */
const MOST_FROM_ONE_ADDRESS = 3_000;

/**
 * A firewall in front of CloudFront (`-c waf=yes`): whoever asks far more than a crowd behind one address would is
 * refused before anything of ours works. It is a stack of its own because AWS makes it in one region only. Guarantee: it
 * logs nothing and keeps no sample of a request.
 */
export class FirewallStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    const counted = {
      cloudWatchMetricsEnabled: true,
      // A sample would be addresses and paths of respondents, for three hours.
      sampledRequestsEnabled: false,
    };
    const acl = new CfnWebACL(this, "Acl", {
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: { ...counted, metricName: `${id}All` },
      rules: [
        {
          name: "TooManyFromOneAddress",
          priority: 0,
          statement: {
            rateBasedStatement: {
              aggregateKeyType: "IP",
              limit: MOST_FROM_ONE_ADDRESS,
              evaluationWindowSec: 300,
            },
          },
          action: {
            block: {
              customResponse: {
                responseCode: 429,
                responseHeaders: [{ name: "Retry-After", value: "300" }],
              },
            },
          },
          visibilityConfig: { ...counted, metricName: `${id}TooMany` },
        },
      ],
    });
    new CfnOutput(this, "WebAcl", {
      description: "Give it to the other stacks: -c webAcl=<this>",
      value: acl.attrArn,
    });
  }
}
