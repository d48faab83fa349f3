import { hash } from "node:crypto";
import fc from "fast-check";
import { type BallotContent, PANELS } from "../../../domain/ballot/ballot.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { LANGUAGES } from "../../support/languages.ts";
import { BINS } from "../../../domain/ballot/rating.ts";
import type { BallotState, CountedBallot } from "../../../domain/tally/fold.ts";
import { countingPlan } from "../../../domain/tally/plan.ts";
import { emptyTally } from "../../../domain/tally/tally.ts";

const codes = ["W1", "W2", "K1"];
export const plan = countingPlan({
  languages: LANGUAGES,
  recommendations: codes.map((code) => ({ code }) as Consultation["recommendations"][0]),
  about: [
    { code: "region", options: [{ code: "north" }, { code: "south" }] },
  ] as Consultation["about"],
});
export const empty = () => emptyTally(plan);
export const digest = (text: string) => hash("sha256", text, "binary");

/** Anything that a ballot about three recommendations may say. */
const content: fc.Arbitrary<BallotContent> = fc.record({
  panel: fc.constantFrom(...PANELS),
  language: fc.constantFrom(...LANGUAGES),
  ratings: fc
    .array(fc.constantFrom(...BINS), { minLength: 3, maxLength: 3 })
    .map((bins) => bins.join("")),
  about: fc.constantFrom<Record<string, string>>(
    {},
    { region: "north" },
    { region: "prefer-not-to-say" },
    { region: "south", age: "old" },
  ),
  first: fc.subarray(codes),
  positions: fc.constantFrom<string[]>([], codes),
});

/** Any ballot that can be counted; some of those whose releases count an earlier version. */
export const counted: fc.Arbitrary<CountedBallot> = fc.record({
  id: fc.constantFrom("aa", "bb", "cc"),
  revision: fc.integer({ min: 1, max: 3 }),
  content,
  earlier: fc.option(content, { nil: undefined, freq: 2 }),
});

/** Any state of a ballot. */
export const state: fc.Arbitrary<BallotState> = fc.oneof(
  { weight: 6, arbitrary: counted },
  fc.constantFrom<BallotState>(undefined, "withdrawn", "unreadable"),
);
