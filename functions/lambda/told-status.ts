import type { APIGatewayProxyResult } from "hono/aws-lambda";

/** From which status on CloudFront shows the page for when nothing answers instead (infra/site.ts). */
const REPLACED_FROM = 500;

/**
 * An answer as CloudFront lets it through: a 5xx of the app goes as a 200 with its status in a header, from which the
 * edge takes it again (infra/edge-functions.ts). So what the app says, and after how long to try again, arrives; and where
 * nothing of ours could answer, CloudFront's page says so.
 */
export function withToldStatus(answer: APIGatewayProxyResult): APIGatewayProxyResult {
  if (answer.statusCode < REPLACED_FROM) return answer;
  const headers = { ...answer.headers, "kenes-status": String(answer.statusCode) };
  return Object.assign({}, answer, { statusCode: 200, headers });
}
