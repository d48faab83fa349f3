import {
  type BallotContent,
  earlierContent,
  inPanel,
  type Panel,
} from "../../../domain/ballot/ballot.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { LANGUAGES } from "../../support/languages.ts";
import { countingPlan } from "../../../domain/tally/plan.ts";
import { type BallotWrite, readBallotItem } from "../../../functions/store/ballot-item.ts";
import type { Item } from "../../../functions/store/damaged-item.ts";

export const DAY = "2026-11-24";

/** What the counting model counts: three recommendations, a question, languages and two channels. */
export const PLAN = countingPlan({
  languages: ["en", "ru", "kk"],
  recommendations: ["W1", "W2", "K1"].map(
    (code) => ({ code }) as Consultation["recommendations"][0],
  ),
  about: [
    { code: "region", options: [{ code: "north" }, { code: "south" }] },
  ] as Consultation["about"],
  countLanguages: true,
  channels: [{ code: "paper" }, { code: "union" }] as Consultation["channels"],
});

/** A ballot as it is sent in the model. */
interface Sent {
  ballot: number;
  ratings: string;
  panel: Panel;
}

/** A version of a ballot of the model, with what goes on being counted of the one before. */
export function writeOf(
  step: Sent,
  before: Item | undefined,
  id: string,
  revision: number,
): BallotWrite {
  const stored = before && readBallotItem(before, PLAN.codes.length).state;
  const earlier =
    typeof stored === "object" ? earlierContent(revision, step.panel, stored) : undefined;
  const consultation = consultationOf(step.ballot);
  return { consultation, id, revision, content: contentOf(step), earlier, day: DAY };
}

/**
 * What one ballot of the model says; where its sender lives follows from its number. Its language and
 * channel follow from its ratings, so that they change with a revision.
 */
function contentOf(step: Sent): BallotContent {
  const region = ["north", "south", undefined][step.ballot % 3];
  const pick = (place: number) => step.ratings.charCodeAt(place) % 3;
  const content: BallotContent = {
    panel: step.panel,
    language: LANGUAGES[pick(0)]!,
    ratings: step.ratings,
    about: region === undefined ? {} : { region },
    first: step.ratings.startsWith("5") ? ["W1"] : [],
    positions: [],
    channel: [undefined, "paper", "union"][pick(1)],
  };
  return inPanel(content, step.panel);
}

/** Which of two consultations a ballot of the model is sent to. */
export const consultationOf = (ballot: number): string => `c${ballot % 3 === 0 ? 0 : 1}`;
