import { SCALE } from "../../domain/ballot/rating.ts";
import type { Release } from "../../domain/release/schema.ts";
import { fill } from "../text.ts";
import type { Given } from "./row-wording.ts";

/** The five points and which way they go. */
export const scaleLine = ({ text }: Given): string =>
  fill(text.codebook.readme.scale, {
    points: SCALE.map((point) => `${point} – ${text.common.scale[point]}`).join("; "),
  });

/** What nobody may read the figures without: the scale, the four states, for whom they do not speak. */
export const stateLines = (given: Given, release: Release): string[] => {
  const { readme } = given.text.codebook;
  return [
    scaleLine(given),
    readme.states,
    readme.notAPoll,
    ...(release.rules.schedule.every === "demonstration" ? [given.text.results.demonstration] : []),
    ...(release.simulated ? [given.text.results.simulated] : []),
  ];
};
