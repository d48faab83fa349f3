import type { LambdaEvent } from "hono/aws-lambda";
import { askersByAddress, plainAddress } from "../http/asker.ts";
import { isSame } from "../secrets.ts";

/**
 * Of an event of the HTTP API: the address that CloudFront says it was asked from (infra/site.ts), where what comes
 * with it shows that it was our CloudFront which said so; else the address that asked the HTTP API itself. So whoever
 * goes past CloudFront, or sets one up in front of us, is counted by an address that they cannot choose.
 */
export function askersOfEvents(
  siteKey: string,
  now: () => Date = () => new Date(),
): (event: LambdaEvent) => string | undefined {
  const askerBehind = askersByAddress({ now });
  return (event) => {
    const said = (name: string) => String(event.headers?.[name] ?? "");
    if (isOurs(siteKey, said("kenes-site"))) return askerBehind(plainAddress(said("kenes-viewer")));
    const context = "requestContext" in event ? event.requestContext : undefined;
    const source = context && "http" in context ? context.http.sourceIp : undefined;
    return askerBehind(plainAddress(source ?? ""));
  };
}

const isOurs = (siteKey: string, sent: string): boolean => siteKey !== "" && isSame(siteKey, sent);
