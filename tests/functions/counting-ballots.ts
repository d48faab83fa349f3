import type { BallotContent, Panel } from "../../domain/ballot.ts";
import type { Consultation } from "../../domain/consultation.ts";
import { countingPlan } from "../../domain/tally/plan.ts";

/** What the counting model counts: three recommendations, and a question with two answers. */
export const PLAN = countingPlan({
  recommendations: ["W1", "W2", "K1"].map(
    (code) => ({ code }) as Consultation["recommendations"][0],
  ),
  about: [
    { code: "region", options: [{ code: "north" }, { code: "south" }] },
  ] as Consultation["about"],
});

/** What one ballot of the model says; where its sender lives follows from its number. */
export function contentOf(step: { ballot: number; ratings: string; panel: Panel }): BallotContent {
  const region = ["north", "south", undefined][step.ballot % 3];
  return {
    panel: step.panel,
    language: "kk",
    ratings: step.ratings,
    about: region === undefined ? {} : { region },
    first: step.ratings.startsWith("5") ? ["W1"] : [],
    positions: [],
  };
}

/** Which of two consultations a ballot of the model is sent to. */
export const consultationOf = (ballot: number): string => `c${ballot % 3 === 0 ? 0 : 1}`;
