import { type Panel, PANELS } from "../../../domain/ballot/ballot.ts";
import { COMPARED_FROM } from "../../../domain/release/ranks.ts";
import { fill, formatNumber, plural } from "../../text.ts";
import { inOrder } from "./order.ts";
import type { ResultRow } from "./row.ts";
import type { ResultsView } from "./view.ts";

/** How many are named before anything else. */
const MOST = 5;

/** Why no highest priorities are named. */
export type NoHighest = "too-few-ranked" | "no-order" | "shared";

/** Whether every recommendation has a rank with a panel, so that a rank is one of all. */
const isComplete = ({ release, rows }: ResultsView, panel: Panel): boolean =>
  release.ranked[panel] === rows.length;

/** The panel that comes first of those that rank anything. */
export const rankedFirst = ({ release }: Pick<ResultsView, "release">): Panel | undefined =>
  PANELS.find((one) => release.ranked[one] > 0);

/**
 * The highest priorities of the first panel that ranks anything. Only where all are ranked, where some
 * rank range says more than "anywhere", and where the fifth and the sixth are not rated alike: a list
 * must not choose between equals. `undefined`: there are no ranks, or no more than are to be named.
 */
export function highest(
  view: ResultsView,
): { panel: Panel; rows: ResultRow[] } | { panel: Panel; why: NoHighest } | undefined {
  const { rows } = view;
  const panel = rankedFirst(view);
  if (panel === undefined || rows.length <= MOST) return undefined;
  if (!isComplete(view, panel)) return { panel, why: "too-few-ranked" };
  const ordered = inOrder(rows, panel);
  const rankAt = (place: number) => ordered[place]!.panels[panel].rank!;
  const saysNothing = ordered.every(({ panels }) => {
    const [from, to] = panels[panel].rankRange ?? [1, rows.length];
    return from === 1 && to === rows.length;
  });
  if (saysNothing || rankAt(0) === rankAt(rows.length - 1)) return { panel, why: "no-order" };
  if (rankAt(MOST - 1) === rankAt(MOST)) return { panel, why: "shared" };
  return { panel, rows: ordered.slice(0, MOST) };
}

/**
 * A rank among those that are ranked, with whom it is shared, and the range that chance and noise leave
 * it; `undefined` where there is none.
 */
export function rankWords(view: ResultsView, panel: Panel, row: ResultRow): string | undefined {
  const { language, text } = view;
  const { rank, rankRange } = row.panels[panel];
  if (rank === null) return undefined;
  const { ordinal } = text.results;
  const number = (value: number) => formatNumber(language, value);
  const others = view.rows.filter((one) => one.panels[panel].rank === rank).length - 1;
  const [from, to] = rankRange ?? [rank, rank];
  return [
    plural(language, ordinal[amongWhich(view, panel)], view.release.ranked[panel], {
      rank: number(rank),
      fewest: number(COMPARED_FROM),
    }),
    ...(others === 0 ? [] : [plural(language, ordinal.shared, others)]),
    ...(from === to ? [] : [fill(ordinal.between, { from: number(from), to: number(to) })]),
  ].join(", ");
}

/** Among which recommendations a panel's ranks are: all, those with a mean, or those that enough rated. */
function amongWhich(view: ResultsView, panel: Panel): "all" | "withMean" | "rated" {
  if (isComplete(view, panel)) return "all";
  const means = view.rows.filter((row) => row.panels[panel].mean !== null).length;
  return means === view.release.ranked[panel] ? "withMean" : "rated";
}

/** The panel whose ranks are drawn: the one that the order is by, else the first that has any. */
export const rankedPanel = ({ choices, release }: ResultsView): Panel =>
  choices.sort === "expert" ? "expert" : (rankedFirst({ release }) ?? "public");
