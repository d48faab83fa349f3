import type { Consultation } from "../../../domain/consultation/definition.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

export const DAY_OF_TESTS = Date.parse("2026-11-20T10:00:00Z");
export const SHORT: Consultation = {
  ...KAZAKHSTAN,
  recommendations: KAZAKHSTAN.recommendations.slice(0, 4),
};

/** A world with a clock that tests move. */
export async function clocked(definition?: Consultation) {
  const world = await freshWorld(definition);
  const clock = { at: DAY_OF_TESTS };
  return { ...world, clock, now: () => new Date(clock.at) };
}
