import { beforeAll, expect, test } from "vitest";
import { everything, type Json, resource, resources, synth } from "./synth.ts";

let service: ReturnType<typeof synth>["service"];
let edge: Json;
beforeAll(() => {
  ({ service } = synth());
  edge = resource(service, "AWS::CloudFront::Distribution", "Site").DistributionConfig;
});

test("the gateway keeps no log: it would hold when each ballot was saved", () => {
  const stage = resource(service, "AWS::ApiGatewayV2::Stage", "Gateway");
  expect(stage.AccessLogSettings).toBeUndefined();
  expect(stage.DefaultRouteSettings.LoggingLevel).toBeUndefined();
  const logs = Object.keys(resources(service, "AWS::Logs::LogGroup"));
  expect(
    logs.filter((name) => !/^\w+(Function)?Log/.test(name) || /Gateway|Access/.test(name)),
  ).toEqual([]);
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

test("an answer gets the status that it says, and all else of it stays", () => {
  const { FunctionCode } = resource(service, "AWS::CloudFront::Function", "SiteOwnStatus");
  const handler = new Function(`${FunctionCode}; return handler`)() as (event: Json) => Json;
  const busy = { "kenes-status": { value: "503" }, "retry-after": { value: "2" } };
  const told = handler({ response: { statusCode: 200, headers: busy } });
  expect(told).toMatchObject({ statusCode: 503, headers: { "retry-after": { value: "2" } } });
  expect(told.headers["kenes-status"]).toBeUndefined();
  const plain = { statusCode: 304, headers: {} };
  expect(handler({ response: plain })).toEqual({ statusCode: 304, headers: {} });
});

test("what the functions take CloudFront for changes with each deployment, and stands in no template", () => {
  const [made] = Object.values(resources(service, "Custom::KenesSiteKey"));
  expect(made.Deployment).toBe("the-first");
  const api = edge.Origins.find((it: Json) => it.CustomOriginConfig);
  const [id] = Object.keys(resources(service, "Custom::KenesSiteKey"));
  expect(api.OriginCustomHeaders).toEqual([
    { HeaderName: "kenes-site", HeaderValue: { "Fn::GetAtt": [id, "Key"] } },
  ]);
  const told = Object.entries(resources(service, "AWS::Lambda::Function")).filter(
    ([, it]) => it.Environment?.Variables.SITE_SINCE !== undefined,
  );
  expect(told.map(([name]) => name)).toEqual([expect.stringMatching(/^WebFunction/)]);
  const { SITE_SINCE, DEPLOYMENT } = told[0]![1].Environment.Variables;
  expect([SITE_SINCE, DEPLOYMENT]).toEqual([{ "Fn::GetAtt": [id, "Since"] }, "the-first"]);
});

test("CloudFront says a new key only when what it is said to knows it", () => {
  const all = service.toJSON().Resources as Record<string, Json>;
  const [distribution] = Object.values(all).filter(
    ({ Type }) => Type === "AWS::CloudFront::Distribution",
  );
  const live = Object.keys(all).find(
    (id) => id.startsWith("WebLive") && all[id].Type === "AWS::Lambda::Alias",
  );
  expect(distribution!.DependsOn).toContain(live);
});

test("HTTP/2 and 3; TLS 1.2 of 2021, a firewall and what to tell the DNS with a domain of one's own", () => {
  expect(edge.HttpVersion).toBe("http2and3");
  expect(edge.WebACLId).toBeUndefined();
  const own = synth(everything).service;
  const { DistributionConfig } = resource(own, "AWS::CloudFront::Distribution", "Site");
  expect(DistributionConfig.Aliases).toEqual(["kenes.example"]);
  expect(DistributionConfig.ViewerCertificate.MinimumProtocolVersion).toBe("TLSv1.2_2021");
  expect(DistributionConfig.WebACLId).toBe(everything.webAcl);
  const { Address, DnsRecord, DistributionDomain } = own.toJSON().Outputs;
  expect(Address.Value).toBe("https://kenes.example");
  expect(DnsRecord.Value["Fn::Join"][1]).toEqual([
    "kenes.example. CNAME ",
    DistributionDomain.Value,
    ".",
  ]);
  expect(service.toJSON().Outputs.DnsRecord).toBeUndefined();
});
