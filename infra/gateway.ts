import { HttpApi, HttpStage } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { accepted } from "./nag.ts";

/**
 * The HTTP API: every request to one function, throttled for all together. Guarantee: it keeps no log. A line for each
 * request would hold the millisecond at which each ballot was saved; how many there were, how long they took and how many
 * failed, CloudWatch counts without one.
 */
export class Gateway extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, { prefix, web }: { prefix: string; web: IFunction }) {
    super(scope, id);
    this.api = new HttpApi(this, "Api", {
      apiName: prefix,
      createDefaultStage: false,
      defaultIntegration: new HttpLambdaIntegration("Web", web),
    });
    const stage = new HttpStage(this, "Stage", {
      httpApi: this.api,
      stageName: "$default",
      autoDeploy: true,
      // Beyond this the gateway refuses with a 429 in English that nothing can replace. Well above the target of 1,000 ballots
      // a second, so that the functions' concurrency is spent first: that is a 503, for which there is a page.
      throttle: { rateLimit: 5_000, burstLimit: 5_000 },
    });
    accepted(stage, "AwsSolutions-APIG1", "An access log would hold when each ballot was saved.");
    accepted(
      this.api,
      "AwsSolutions-APIG4",
      "Open to everybody: respondents are nobody's users. The function refuses whatever does not come through CloudFront, and the app asks for sessions and keys where there is something to protect.",
    );
  }
}
