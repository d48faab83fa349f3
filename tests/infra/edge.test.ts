import { beforeAll, expect, test } from "vitest";
import { type Json, resource, resources, synth } from "./synth.ts";

let service: ReturnType<typeof synth>["service"];
let edge: Json;
beforeAll(() => {
  ({ service } = synth());
  edge = resource(service, "AWS::CloudFront::Distribution", "Site").DistributionConfig;
});

test("the access log says nothing of a person", () => {
  const stage = resource(service, "AWS::ApiGatewayV2::Stage", "Gateway");
  expect(JSON.parse(stage.AccessLogSettings.Format)).toEqual({
    requestId: "$context.requestId",
    routeKey: "$context.routeKey",
    status: "$context.status",
    responseLatency: "$context.responseLatency",
  });
});

test("every request goes to the web function, throttled", () => {
  const routes = Object.values(resources(service, "AWS::ApiGatewayV2::Route"));
  expect(routes.map((route) => route.RouteKey)).toEqual(["$default"]);
  const stage = resource(service, "AWS::ApiGatewayV2::Stage", "Gateway");
  expect(stage.StageName).toBe("$default");
  expect(stage.DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0);
  expect(stage.DefaultRouteSettings.ThrottlingBurstLimit).toBeGreaterThan(0);
});

test("CloudFront keeps no log of any kind", () => {
  expect(edge.Logging).toBeUndefined();
  expect(resources(service, "AWS::CloudFront::RealtimeLogConfig")).toEqual({});
  expect(resources(service, "AWS::Logs::DeliverySource")).toEqual({});
  expect(JSON.stringify(edge)).not.toContain("RealtimeLogConfigArn");
});

test("pages and API: never cached, every method, all headers but Host", () => {
  expect(edge.DefaultCacheBehavior).toMatchObject({
    CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad", // Managed-CachingDisabled
    OriginRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac", // Managed-AllViewerExceptHostHeader
    ViewerProtocolPolicy: "redirect-to-https",
  });
  expect(edge.DefaultCacheBehavior.AllowedMethods).toEqual(
    expect.arrayContaining(["GET", "PUT", "POST", "DELETE"]),
  );
});

test("the name that was asked for and the address that asked are passed on, whatever a browser says they are", () => {
  const [association] = edge.DefaultCacheBehavior.FunctionAssociations;
  expect(association.EventType).toBe("viewer-request");
  const { FunctionCode } = resource(service, "AWS::CloudFront::Function", "SiteOwnName");
  const handler = new Function(`${FunctionCode}; return handler`)() as (event: Json) => Json;
  const headers = {
    host: { value: "kenes.example" },
    "kenes-host": { value: "other.example" },
    "kenes-viewer": { value: "203.0.113.9" },
  };
  const passed = handler({ request: { headers }, viewer: { ip: "198.51.100.7" } });
  expect(passed.headers["kenes-host"]).toEqual({ value: "kenes.example" });
  expect(passed.headers["kenes-viewer"]).toEqual({ value: "198.51.100.7" });
});

test("only CloudFront knows what makes the function believe the address", () => {
  const stackId = { "Fn::Select": [2, { "Fn::Split": ["/", { Ref: "AWS::StackId" }] }] };
  const api = edge.Origins.find((it: Json) => it.CustomOriginConfig);
  expect(api.OriginCustomHeaders).toEqual([{ HeaderName: "kenes-site", HeaderValue: stackId }]);
  const told = Object.entries(resources(service, "AWS::Lambda::Function")).filter(
    ([, it]) => it.Environment?.Variables.SITE_KEY !== undefined,
  );
  expect(told.map(([name]) => name)).toEqual([expect.stringMatching(/^WebFunction/)]);
  expect(told[0]![1].Environment.Variables.SITE_KEY).toEqual(stackId);
});

test("assets: cached, compressed, read by CloudFront alone, from the assets' bucket alone", () => {
  expect(edge.CacheBehaviors).toHaveLength(1);
  expect(edge.CacheBehaviors[0]).toMatchObject({
    PathPattern: "assets/*",
    CachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6", // Managed-CachingOptimized
    Compress: true,
  });
  const bucket = edge.Origins.find((it: Json) => it.S3OriginConfig);
  expect(bucket.OriginAccessControlId).toBeDefined();
  expect(JSON.stringify(bucket.DomainName)).toContain("SiteAssets");
  expect(resource(service, "Custom::CDKBucketDeployment", "SiteUpload")).toMatchObject({
    DestinationBucketKeyPrefix: "assets/",
    Prune: false,
  });
});

test("HTTP/2 and 3; TLS 1.2 of 2021 with a domain of one's own, which needs its certificate", () => {
  expect(edge.HttpVersion).toBe("http2and3");
  const certificate = "arn:aws:acm:us-east-1:111122223333:certificate/kenes";
  const own = resource(
    synth({ domain: "kenes.example", certificate }).service,
    "AWS::CloudFront::Distribution",
    "Site",
  );
  expect(own.DistributionConfig.Aliases).toEqual(["kenes.example"]);
  expect(own.DistributionConfig.ViewerCertificate.MinimumProtocolVersion).toBe("TLSv1.2_2021");
  expect(() => synth({ domain: "kenes.example" })).toThrow("together");
});
