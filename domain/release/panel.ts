import type { Panel } from "../ballot.ts";
import type { HiddenReason } from "../disclosure/reasons.ts";
import type { DisclosurePolicy } from "../disclosure/policy.ts";
import { hide, type Shown, showOr, tell } from "../disclosure/shown.ts";
import { shownCount } from "../disclosure/rounding.ts";
import { bandsOf } from "../disclosure/spread.ts";
import type { PanelCell } from "../tally/cell.ts";
import { type CountedGroup, countedGroup } from "./counted.ts";
import { panelFigures } from "./figures.ts";
import type { Figures, Release } from "./schema.ts";

/** What a release says of one panel. */
export interface PanelResult {
  ballots: Shown<number>;
  choosers: Shown<number>;
  /** One for each recommendation, catalogue order. */
  figures: Figures[];
  /** The counts that the figures were made from; `undefined` when nothing is told of the panel. */
  group: CountedGroup | undefined;
}

/** Fewest members of a small expert panel that has agreed to be shown: of two, each knows the other. */
const SMALLEST_CONSENTING = 3;

/** A panel's figures, as the policy lets them be told. */
export function panelResult(cell: PanelCell, policy: DisclosurePolicy, open: boolean): PanelResult {
  const noisy = cell.ballots < policy.noiseBelow.panel;
  const group = countedGroup(cell, noisy);
  const count = (value: number) => showOr(shownCount(value, policy), "fewer-than-10");
  return {
    ballots: count(group.ballots),
    choosers: count(group.choosers),
    figures: panelFigures(cell, group, policy, { open, noisy }),
    group,
  };
}

/** A panel as the release before told it, when too little has changed since. */
export function panelBefore(
  before: Release,
  panel: Panel,
  group: CountedGroup | undefined,
): PanelResult {
  const count = (name: "ballots" | "choosers") =>
    showOr(before[name][panel], before.hidden[`${name}/${panel}`] ?? "fewer-than-10");
  return {
    ballots: count("ballots"),
    choosers: count("choosers"),
    figures: before.recommendations.map((one) => one.panels[panel]),
    group,
  };
}

/** A panel of which nothing is shown. */
export const hiddenPanel = (recommendations: number, because: HiddenReason): PanelResult => ({
  ballots: hide(because),
  choosers: hide(because),
  figures: Array.from({ length: recommendations }, () => hiddenFigures(because)),
  group: undefined,
});

/**
 * An expert panel under the base whose every member has agreed in writing to be shown: how many
 * rated each recommendation low, medium and high, and nothing else.
 */
export function consentingPanel(cell: PanelCell): PanelResult {
  const { recommendations } = countedGroup(cell, false);
  const nothing = hiddenPanel(recommendations.length, "small-panel");
  if (cell.ballots < SMALLEST_CONSENTING) return nothing;
  const figures = recommendations.map(({ histogram }, place) => {
    const all = nothing.figures[place]!;
    const hidden = Object.entries(all.hidden).filter(([name]) => !name.startsWith("bands/"));
    return { ...all, bands: bandsOf(histogram), hidden: Object.fromEntries(hidden) };
  });
  return { ...nothing, figures };
}

const hiddenFigures = (because: HiddenReason): Figures => {
  const nothing = hide(because);
  const several = (count: number) => Array.from({ length: count }, () => nothing);
  return tell({
    rated: nothing,
    noOpinion: nothing,
    skipped: nothing,
    counts: several(5),
    bands: several(3),
    highShare: nothing,
    highInterval: nothing,
    lowShare: nothing,
    lowInterval: nothing,
    spread: nothing,
    mean: nothing,
    interval: nothing,
    disagreement: nothing,
    rank: nothing,
    rankRange: nothing,
    first: nothing,
    firstRank: nothing,
    firstRange: nothing,
  });
};
