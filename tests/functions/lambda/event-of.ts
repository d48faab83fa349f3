import type { HttpHandler } from "../../../functions/lambda/http-events.ts";

export interface Sent {
  method: string;
  /** With the query, as it stands in a request. */
  path: string;
  /** In small letters, as an HTTP API hands them on. */
  headers?: Record<string, string>;
  body?: string;
  isBase64Encoded?: boolean;
}

/** What an HTTP API makes of a request (payload 2.0). */
export function eventOf(sent: Sent): Parameters<HttpHandler>[0] {
  const { method, path, headers = {}, body, isBase64Encoded = false } = sent;
  const [rawPath = "/", ...query] = path.split("?");
  const host = "kenes.example";
  const http = {
    method,
    path: rawPath,
    protocol: "HTTP/1.1",
    sourceIp: "192.0.2.1",
    userAgent: "",
  };
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath,
    rawQueryString: query.join("?"),
    headers: { host, "kenes-host": host, "kenes-site": "of our CloudFront", ...headers },
    body: body ?? null,
    isBase64Encoded,
    requestContext: { domainName: host, http },
  } as unknown as Parameters<HttpHandler>[0];
}
