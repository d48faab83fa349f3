import { resolve } from "node:path";
import { siteKeyOf } from "../../functions/lambda/site-keys.ts";

/* The functions that AWS runs, as they were built, called as AWS calls them. */

export interface Answer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
  isBase64Encoded: boolean;
}
export type Handler = (event?: unknown) => Promise<Answer>;

export const handler = async (name: string): Promise<Handler> => {
  const path = resolve(import.meta.dirname, `../../dist/functions/lambda/${name}.mjs`);
  return ((await import(path)) as { handler: Handler }).handler;
};

/** What the stand-in of Secrets Manager has, and what CloudFront says of a deployment under it. */
export const SECRET = "a secret of the installation";
const SITE_KEY = siteKeyOf(new TextEncoder().encode(SECRET), 1_000);

/** A request as an HTTP API tells it (payload 2.0), through CloudFront. */
export const event = (
  method: string,
  rawPath: string,
  headers: Record<string, string> = {},
  body?: string,
) => ({
  version: "2.0",
  routeKey: "$default",
  rawPath,
  rawQueryString: "",
  headers: { host: "kenes.example", "kenes-site": SITE_KEY, ...headers },
  body,
  isBase64Encoded: false,
  requestContext: { domainName: "kenes.example", http: { method, path: rawPath } },
});
