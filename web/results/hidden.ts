import { type HiddenReason, HIDDEN_REASONS } from "../../domain/disclosure/reasons.ts";
import { fill } from "../language/text.ts";
import type { ResultsView } from "./view.ts";

/** What stands in a table in place of a hidden figure: a letter in brackets, explained below it. */
export const hiddenMark = (reason: HiddenReason | undefined): string =>
  reason === undefined ? "" : `[${"abcdefghijklmnop"[HIDDEN_REASONS.indexOf(reason)]}]`;

/** The reasons that occur in a release, in the order of their marks. */
export function reasonsIn({ release }: ResultsView): HiddenReason[] {
  const occurring = new Set(
    [
      release,
      ...release.recommendations.flatMap((one) => [one, one.panels.public, one.panels.expert]),
      ...release.segments.flatMap((one) => [one, ...one.recommendations]),
    ].flatMap(({ hidden }) => Object.values(hidden)),
  );
  return HIDDEN_REASONS.filter((reason) => occurring.has(reason));
}

/** A reason in words. */
export const reasonWords = (
  { text, release }: Pick<ResultsView, "text" | "release">,
  reason: HiddenReason,
): string => fill(text.results.hidden.reasons[reason], { base: release.rules.base });
