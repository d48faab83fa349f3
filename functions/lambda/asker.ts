import type { LambdaEvent } from "hono/aws-lambda";
import { askersByAddress, plainAddress } from "../http/asker.ts";

/**
 * Of an event of the HTTP API: the address that CloudFront says it was asked from (infra/edge-functions.ts). Only events that
 * came through our CloudFront get here (http-events.ts), so nobody can choose what is said.
 */
export function askersOfEvents(
  now: () => Date = () => new Date(),
): (event: LambdaEvent) => string | undefined {
  const askerBehind = askersByAddress({ now });
  return (event) => askerBehind(plainAddress(String(event.headers?.["kenes-viewer"] ?? "")));
}
