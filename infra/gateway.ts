import { RemovalPolicy } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";

/**
 * Every field of the access log. Guarantee: none says who asked (address, user agent, account, path,
 * receipt), so what is not listed here is not logged.
 */
const LOGGED = {
  requestId: "$context.requestId",
  routeKey: "$context.routeKey",
  status: "$context.status",
  responseLatency: "$context.responseLatency",
};

/** How long the access log is kept, in days. */
export const GATEWAY_LOG = RetentionDays.ONE_WEEK;

/** The HTTP API: every request to one function, throttled for all together. */
export class Gateway extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, web: IFunction) {
    super(scope, id);
    this.api = new HttpApi(this, "Api", {
      apiName: "Kenes",
      createDefaultStage: false,
      defaultIntegration: new HttpLambdaIntegration("Web", web),
    });
    const log = new LogGroup(this, "AccessLog", {
      retention: GATEWAY_LOG,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, "Stage", {
      httpApi: this.api,
      stageName: "$default",
      autoDeploy: true,
      // 1,000 ballots a second is the target for the cloud; the rest is room for pages. It also bounds the bill.
      throttle: { rateLimit: 1500, burstLimit: 3000 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(LOGGED)),
      },
    });
  }
}
