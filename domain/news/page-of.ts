import { LEDGER, pathOf, RATE, RECOMMENDATION, RESULTS } from "../paths.ts";
import type { NewsEvent } from "./event.ts";

/** Where people read about an event. */
export const pageOf = (consultation: string, event: NewsEvent, lang?: string): string => {
  const to = { id: consultation, lang };
  if (event.about !== undefined) {
    return pathOf(RECOMMENDATION, { ...to, code: event.about.recommendation });
  }
  if (event.kind === "opened") return pathOf(RATE, to);
  return pathOf(event.kind === "closed" ? LEDGER : RESULTS, to);
};
