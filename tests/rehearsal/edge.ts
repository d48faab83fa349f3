/**
 * From a visitor's request to the event that the function of the pages gets, and back: through CloudFront, with its own
 * function as the template has it, and an HTTP API (payload 2.0).
 */
import type { Resolving } from "./resolve.ts";
import type { Json, Stack } from "./stacks.ts";

/** A request as a visitor sends it. Of a header that comes more than once the values are an array. */
export interface Visit {
  method: string;
  /** With the query. */
  path: string;
  headers: Readonly<Record<string, string | readonly string[]>>;
  body?: Uint8Array | undefined;
  /** The visitor's address. */
  from: string;
}

/** What an HTTP API hands on as text; all else is in base 64. */
const IS_TEXT = /^(?:text\/|application\/(?:[\w.]+\+)?(?:json|xml|javascript)\b)/i;

/** Makes events of visits to the site of these stacks, and what visitors get of the answers. */
export function edgeOf(stacks: readonly Stack[], { valueOf }: Resolving) {
  const service = stacks.find(({ resources }) => ofType(resources, DISTRIBUTION).length > 0)!;
  const [distribution] = ofType(service.resources, DISTRIBUTION);
  const { Origins, DefaultCacheBehavior: behavior } =
    distribution!.Properties["DistributionConfig"];
  const origin = Origins.find(({ Id }: Json) => Id === behavior.TargetOriginId);
  const said = valueOf(service, origin.OriginCustomHeaders ?? []) as Json[];
  const ofCloudFront = said.map(({ HeaderName, HeaderValue }): [string, string] => [
    HeaderName.toLowerCase(),
    HeaderValue,
  ]);
  /** The code that CloudFront runs for each visitor, as it is deployed. */
  const ranAt = (when: string): ((event: Json) => Json) => {
    const { FunctionARN } = behavior.FunctionAssociations.find(
      ({ EventType }: Json) => EventType === when,
    );
    const own = service.resources[FunctionARN["Fn::GetAtt"][0]]!;
    // oxlint-disable-next-line no-new-func, typescript/no-implied-eval
    return new Function(`${own.Properties["FunctionCode"]}; return handler;`)() as () => Json;
  };
  const [atRequest, atResponse] = [ranAt("viewer-request"), ranAt("viewer-response")];
  const apiName = valueOf(service, origin.DomainName) as string;

  function eventOf(visit: Visit): Json {
    const { method, path, from } = visit;
    const lower = Object.entries(visit.headers).map(
      ([name, value]) => [name.toLowerCase(), [value].flat().join(",")] as const,
    );
    const [uri = "/", ...query] = path.split("?");
    const request = atRequest({
      version: "1.0",
      viewer: { ip: from },
      request: {
        method,
        uri,
        headers: Object.fromEntries(lower.map(([name, value]) => [name, { value }])),
      },
    });
    const { cookie, ...headers } = Object.fromEntries<string>([
      ...Object.entries<Json>(request.headers).map(([name, { value }]): [string, string] => [
        name,
        value,
      ]),
      ["host", apiName],
      ["via", "2.0 0123456789abcdef.cloudfront.net (CloudFront)"],
      ["x-forwarded-for", `${from}, 192.0.2.10`],
      ["x-forwarded-port", "443"],
      ["x-forwarded-proto", "https"],
      ["x-amzn-trace-id", "Root=1-65a0-0123456789"],
      ...ofCloudFront,
    ]);
    const rawQueryString = query.join("?");
    return {
      version: "2.0",
      routeKey: "$default",
      rawPath: uri,
      rawQueryString,
      ...(cookie !== undefined && { cookies: cookie.split(/; ?/) }),
      headers: withLength(headers, visit.body),
      ...(rawQueryString !== "" && { queryStringParameters: parametersOf(rawQueryString) }),
      requestContext: {
        accountId: "111122223333",
        apiId: "abcdefghij",
        domainName: apiName,
        domainPrefix: apiName.split(".")[0],
        http: {
          method,
          path: uri,
          protocol: "HTTP/1.1",
          sourceIp: "192.0.2.10",
          userAgent: headers["user-agent"] ?? "",
        },
        requestId: "JKJaXmPLvHcESHA=",
        routeKey: "$default",
        stage: "$default",
        time: "01/Jan/2026:00:00:00 +0000",
        timeEpoch: 1_767_225_600_000,
      },
      ...bodyOf(visit.body, headers),
    };
  }

  /** What CloudFront makes of what the HTTP API made of a function's answer. */
  function answerOf(answer: Json): Response {
    const made = fromApi(answer);
    const named = [...made.headers].filter(([name]) => name !== "set-cookie");
    const headers = Object.fromEntries(named.map(([name, value]) => [name, { value }]));
    const seen = atResponse({ version: "1.0", response: { statusCode: made.status, headers } });
    const left = new Headers(
      Object.entries<Json>(seen.headers).map(([name, { value }]): [string, string] => [
        name,
        value,
      ]),
    );
    for (const cookie of made.headers.getSetCookie()) left.append("Set-Cookie", cookie);
    return new Response(made.body, { status: seen.statusCode, headers: left });
  }
  return { eventOf, answerOf };
}

const DISTRIBUTION = "AWS::CloudFront::Distribution";

const ofType = (resources: Stack["resources"], type: string) =>
  Object.values(resources).filter(({ Type }) => Type === type);

const withLength = (headers: Record<string, string>, body: Uint8Array | undefined) =>
  body === undefined ? headers : { ...headers, "content-length": String(body.byteLength) };

/** Where there is no body, the event has none at all. */
function bodyOf(body: Uint8Array | undefined, headers: Record<string, string>) {
  if (body === undefined || body.byteLength === 0) return { isBase64Encoded: false };
  const isText =
    IS_TEXT.test(headers["content-type"] ?? "") && headers["content-encoding"] === undefined;
  const bytes = Buffer.from(body);
  return { body: bytes.toString(isText ? "utf8" : "base64"), isBase64Encoded: !isText };
}

/** One parameter that comes more than once is one with commas. */
function parametersOf(query: string): Record<string, string> {
  const all = new URLSearchParams(query);
  return Object.fromEntries([...all.keys()].map((name) => [name, all.getAll(name).join(",")]));
}

/** What an HTTP API makes of a function's answer. */
function fromApi(answer: Json): Response {
  const { statusCode, headers = {}, cookies = [], body = "", isBase64Encoded } = answer;
  const made = new Headers(headers);
  for (const cookie of cookies as string[]) made.append("Set-Cookie", cookie);
  const bytes = Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
  const isEmpty = [101, 204, 205, 304].includes(statusCode);
  return new Response(isEmpty ? null : bytes, { status: statusCode, headers: made });
}
