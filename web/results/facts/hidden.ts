import { type HiddenReason, HIDDEN_REASONS } from "../../../domain/disclosure/reasons.ts";
import { fill, formatMoment, formatNumber } from "../../text.ts";
import type { ResultsView } from "./view.ts";

/** What stands in a table in place of a hidden figure: a letter in brackets, explained below it. */
export const hiddenMark = (reason: HiddenReason | undefined): string =>
  reason === undefined ? "" : `[${"abcdefghijklmnop"[HIDDEN_REASONS.indexOf(reason)]}]`;

/** The reasons that occur in a release, or in what it says of one recommendation; in the order of their marks. */
export function reasonsIn(
  { release }: Pick<ResultsView, "release">,
  code?: string,
): HiddenReason[] {
  const isAsked = (one: { code: string }) => code === undefined || one.code === code;
  const occurring = new Set(
    [
      ...(code === undefined ? [release] : []),
      ...release.recommendations
        .filter(isAsked)
        .flatMap((one) => [one, one.panels.public, one.panels.expert]),
      ...release.segments.flatMap((one) => [one, ...one.recommendations.filter(isAsked)]),
    ].flatMap(({ hidden }) => Object.values(hidden)),
  );
  return HIDDEN_REASONS.filter((reason) => occurring.has(reason));
}

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
