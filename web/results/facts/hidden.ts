import { type HiddenReason, HIDDEN_REASONS } from "../../../domain/disclosure/reasons.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { fill, formatMoment, formatNumber } from "../../text.ts";
import type { ResultsView } from "./view.ts";

/** What stands in a table in place of a hidden figure: a letter in brackets, explained below it. */
export const hiddenMark = (reason: HiddenReason | undefined): string =>
  reason === undefined ? "" : `[${"abcdefghijklmnop"[HIDDEN_REASONS.indexOf(reason)]}]`;

/** What says of each figure that it hides why. */
type Hiding = Pick<Release, "hidden">;

/** The reasons that occur in these, in the order of their marks. */
export function reasonsIn(all: readonly Hiding[]): HiddenReason[] {
  const occurring = new Set(all.flatMap(({ hidden }) => Object.values(hidden)));
  return HIDDEN_REASONS.filter((reason) => occurring.has(reason));
}

/** Everything in a release that may hide a figure. */
export const hidingIn = (release: Release): Hiding[] => [
  release,
  ...release.recommendations.flatMap((one) => [one, one.panels.public, one.panels.expert]),
  ...release.segments.flatMap((one) => [one, ...one.recommendations]),
];

/** A reason in words. */
export const reasonWords = (
  view: Pick<ResultsView, "language" | "text" | "release" | "consultation">,
  reason: HiddenReason,
): string =>
  fill(view.text.results.hidden.reasons[reason], {
    base: formatNumber(view.language, view.release.rules.base),
    shares: formatNumber(view.language, view.release.rules.sharesFrom),
    when: nextGroups(view),
  });

/** When groups are told next: on the next of the days fixed for them, or after closing. */
function nextGroups({
  language,
  text,
  release,
  consultation,
}: Pick<ResultsView, "language" | "text" | "release" | "consultation">): string {
  const { on, afterClosing } = text.results.hidden;
  const day = consultation.release.groupsAt?.[release.rules.milestone.turn];
  return day === undefined
    ? afterClosing
    : fill(on, { moment: formatMoment(language, day, consultation.timeZone) });
}
