import type { APIGatewayProxyResult } from "hono/aws-lambda";
import { problemDocument, PROBLEMS } from "../../domain/problem.ts";
import { catalogueFor } from "../../web/language/catalogue.ts";
import { languageOf } from "../http/request.ts";

const PROBLEM = "site-bypassed";

/** The refusal of whatever comes to the HTTP API past CloudFront: a few bytes, whatever was asked for. */
export function notThroughTheSite(event: {
  headers: Record<string, string | undefined>;
}): APIGatewayProxyResult {
  const spoken = event.headers["accept-language"] ?? "";
  const language = languageOf(
    new Request("https://kenes.invalid/", { headers: { "accept-language": spoken } }),
  );
  const detail = catalogueFor(language).problems[PROBLEM];
  return {
    statusCode: PROBLEMS[PROBLEM],
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
    body: JSON.stringify(problemDocument({ problem: PROBLEM }, detail)),
    isBase64Encoded: false,
  };
}
