import { CustomResource, Duration } from "aws-cdk-lib";
import { KenesFunction, type KenesFunctionProps } from "./function.ts";
import type { Construct } from "constructs";

export interface SiteKeyProps extends Omit<KenesFunctionProps, "handler" | "timeout"> {
  /** What no other deployment is called. */
  deployment: string;
}

export interface SiteKey {
  /** What CloudFront says to the API. */
  key: string;
  /** Which keys the function takes: that of the deployment before, and all later ones. */
  since: string;
  /** What makes them. */
  maker: KenesFunction;
}

/**
 * By what the functions know that it is our CloudFront which asks: made anew at each deployment, by a function, out of the
 * installation's secret (functions/lambda/site-keys.ts). Nothing is kept anywhere for it.
 */
export function makeSiteKey(scope: Construct, { deployment, ...props }: SiteKeyProps): SiteKey {
  const maker = new KenesFunction(scope, "SiteKey", {
    ...props,
    handler: "lambda/site-key.handler",
    timeout: Duration.seconds(30),
  });
  const made = new CustomResource(scope, "SiteKeyMade", {
    serviceToken: maker.lambda.functionArn,
    resourceType: "Custom::KenesSiteKey",
    properties: { Deployment: deployment },
    serviceTimeout: Duration.minutes(2),
  });
  return { key: made.getAttString("Key"), since: made.getAttString("Since"), maker };
}
