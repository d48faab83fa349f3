import type { Context } from "hono";
import type { Choices } from "../../web/results/facts/choices.ts";
import type { Environment } from "./environment.ts";

/**
 * With which ballots a file is asked for (`?ballots=`); `undefined` where it is not to be had with them. A page says what
 * it shows and may fall back to the usual; a file is kept and given on, so it is what was asked for, or nothing.
 */
export function ballotsAsked(
  context: Context<Environment>,
  isToldWithout: boolean,
): Choices["ballots"] | undefined {
  const asked = context.req.query("ballots") ?? "all";
  if (asked === "all") return asked;
  return asked === "unflagged" && isToldWithout ? asked : undefined;
}
