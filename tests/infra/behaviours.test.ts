import { beforeAll, expect, test } from "vitest";
import { API } from "../../domain/api.ts";
import type { Endpoint } from "../../domain/contract/endpoint.ts";
import { DESK, DESK_OPEN, pathOf, RATE, RECEIPT } from "../../domain/paths.ts";
import { FILE_HEADERS, SECURITY_HEADERS } from "../../functions/http/security-headers.ts";
import { type Json, resource, resources, synth } from "./synth.ts";

/* How CloudFront treats each path. */

const NEVER_CACHED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"; // Managed-CachingDisabled
let service: ReturnType<typeof synth>["service"];
let edge: Json;
beforeAll(() => {
  ({ service } = synth());
  edge = resource(service, "AWS::CloudFront::Distribution", "Site").DistributionConfig;
});

/** Whether a pattern of CloudFront takes a path: `*` is anything, `/` too. */
const takes = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`).test(path);

/** How a path is treated: as CloudFront takes the first pattern that fits. */
const behaviourOf = (path: string): Json => {
  const all = edge.CacheBehaviors.map((one: Json) => ({
    ...one,
    PathPattern: one.PathPattern.replace(/^\/?/, "/"),
  }));
  return all.find((one: Json) => takes(one.PathPattern, path)) ?? edge.DefaultCacheBehavior;
};
test("what is the same for everybody is asked for without anything of anybody, and kept five seconds at most", () => {
  const [[cache, { CachePolicyConfig: how }]] = Object.entries(
    resources(service, "AWS::CloudFront::CachePolicy"),
  ) as [[string, Json]];
  expect([how.MinTTL, how.DefaultTTL, how.MaxTTL]).toEqual([0, 0, 5]);
  const key = how.ParametersInCacheKeyAndForwardedToOrigin;
  expect(key.HeadersConfig.Headers).toEqual(["Accept-Language", "kenes-host"]);
  expect(key.QueryStringsConfig.QueryStringBehavior).toBe("all");
  expect(key.CookiesConfig.CookieBehavior).toBe("none");
  expect([key.EnableAcceptEncodingGzip, key.EnableAcceptEncodingBrotli]).toEqual([true, true]);
  const [[asked, { OriginRequestPolicyConfig: sent }]] = Object.entries(
    resources(service, "AWS::CloudFront::OriginRequestPolicy"),
  ) as [[string, Json]];
  expect(sent.CookiesConfig.CookieBehavior).toBe("none");
  expect(sent.HeadersConfig.Headers).toEqual(["kenes-viewer", "Accept"]);
  for (const path of ["/", "/council", "/c/a/results", "/c/a/ledger", "/c/a/r/K1"]) {
    expect([path, behaviourOf(path)]).toMatchObject([
      path,
      { CachePolicyId: { Ref: cache }, OriginRequestPolicyId: { Ref: asked } },
    ]);
  }
});

test("nothing that is one respondent's or organiser's is ever among that", () => {
  const path = (of: string) => pathOf(of, { id: "a", number: 1, file: "results.csv" });
  const isShared = (of: string) => behaviourOf(path(of)).CachePolicyId !== NEVER_CACHED;
  const shared = Object.values<Endpoint>(API).filter((one) => isShared(one.path));
  expect(shared.length).toBeGreaterThan(10);
  for (const { method, public: open, right, path: one } of shared) {
    expect([one, method, open, right]).toEqual([one, "GET", true, undefined]);
  }
  const personal = [RATE, RECEIPT, DESK, DESK_OPEN, "/organise", "/organise/a/results"];
  expect(personal.filter(isShared)).toEqual([]);
  for (const one of edge.CacheBehaviors) {
    if (one.OriginRequestPolicyId === undefined) continue;
    const events = one.FunctionAssociations.map((it: Json) => it.EventType);
    expect(events.toSorted()).toEqual(["viewer-request", "viewer-response"]);
    expect(one.AllowedMethods).toEqual(expect.arrayContaining(["GET", "PUT", "DELETE"]));
  }
});

test("no refusal is kept, and where nothing of ours could answer a page says so under the same status", () => {
  const all = edge.CustomErrorResponses;
  expect(all.map((it: Json) => it.ErrorCode)).toEqual([
    400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504,
  ]);
  for (const { ErrorCachingMinTTL, ErrorCode, ResponseCode, ResponsePagePath } of all) {
    expect(ErrorCachingMinTTL).toBe(0);
    expect([ErrorCode, ResponseCode, ResponsePagePath]).toEqual(
      ErrorCode < 500
        ? [ErrorCode, undefined, undefined]
        : [ErrorCode, ErrorCode, "/errors/unavailable.html"],
    );
  }
  expect(behaviourOf("/errors/unavailable.html").TargetOriginId).toBe(
    behaviourOf("/assets/x.css").TargetOriginId,
  );
  expect(resource(service, "Custom::CDKBucketDeployment", "SiteErrorPages")).toMatchObject({
    DestinationBucketKeyPrefix: "errors/",
    SystemMetadata: { "cache-control": "public, max-age=0, s-maxage=60" },
  });
});

test("files and pages at the edge have the headers that the app gives them, and the app's own stand", () => {
  const headersOf = (behaviour: Json): Record<string, string> => {
    const { Ref } = behaviour.ResponseHeadersPolicyId;
    const { ResponseHeadersPolicyConfig: how } = resources(
      service,
      "AWS::CloudFront::ResponseHeadersPolicy",
    )[Ref];
    const {
      ContentSecurityPolicy: csp,
      ReferrerPolicy: referrer,
      StrictTransportSecurity: transport,
      ContentTypeOptions: type,
    } = how.SecurityHeadersConfig;
    const custom = how.CustomHeadersConfig.Items;
    for (const one of [csp, referrer, transport, ...custom])
      expect(one?.Override ?? false).toBe(false);
    expect([transport.IncludeSubdomains, type.Override]).toEqual([true, true]);
    return {
      ...(csp && { "Content-Security-Policy": csp.ContentSecurityPolicy }),
      ...(referrer && { "Referrer-Policy": referrer.ReferrerPolicy }),
      "Strict-Transport-Security": `max-age=${transport.AccessControlMaxAgeSec}; includeSubDomains`,
      "X-Content-Type-Options": "nosniff",
      ...Object.fromEntries(custom.map((it: Json) => [it.Header, it.Value])),
    };
  };
  expect(headersOf(behaviourOf("/assets/x.js"))).toEqual(FILE_HEADERS);
  for (const path of ["/", "/c/a", "/errors/unavailable.html"]) {
    expect(headersOf(behaviourOf(path))).toEqual(SECURITY_HEADERS);
  }
});

test("assets: cached, compressed, read by CloudFront alone, from the assets' bucket alone", () => {
  expect(behaviourOf("/assets/x.js")).toMatchObject({
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
