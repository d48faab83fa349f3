import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import { TOO_MANY } from "./paths.ts";

/** In five minutes, from one address. Behind the address of a mobile network there may be thousands. */
const MOST_FROM_ONE_ADDRESS = 3_000;

interface Props extends StackProps {
  /** What the build made for browsers: the page of a refusal is among it. */
  clientFolder: string;
}

/** The page of a refusal, as the firewall calls it. */
const PAGE = "TooMany";

/**
 * A firewall in front of CloudFront (`-c waf=yes`): whoever asks far more than a crowd behind one address would is
 * refused before anything of ours works. It is a stack of its own because AWS makes it in one region only. Guarantee: it
 * logs nothing and keeps no sample of a request.
 */
export class FirewallStack extends Stack {
  constructor(scope: Construct, id: string, { clientFolder, ...props }: Props) {
    super(scope, id, props);
    const counted = {
      cloudWatchMetricsEnabled: true,
      // A sample would be addresses and paths of respondents, for three hours.
      sampledRequestsEnabled: false,
    };
    const acl = new CfnWebACL(this, "Acl", {
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      customResponseBodies: {
        [PAGE]: {
          contentType: "TEXT_HTML",
          content: readFileSync(join(clientFolder, TOO_MANY), "utf8"),
        },
      },
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
                customResponseBodyKey: PAGE,
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
