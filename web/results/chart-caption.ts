import type { Point } from "../../domain/rating.ts";
import { fill } from "../language/text.ts";
import type { ResultRow, ResultsView } from "./view.ts";

/** What there is to see in the chart of a recommendation, in a sentence. */
export function chartCaption(row: ResultRow, { text, shown }: ResultsView): string | undefined {
  const { chart } = text.results;
  const drawn = shown.filter((panel) => row.panels[panel].mean !== null);
  const [only] = drawn;
  if (only === undefined) return undefined;
  if (drawn.length === 1) {
    const point = Math.round(row.panels[only].mean ?? 1) as Point;
    return fill(chart.nearest[only], { point: text.common.scale[point] });
  }
  const [publicLow, publicHigh] = row.panels.public.interval ?? [0, 5];
  const [expertLow, expertHigh] = row.panels.expert.interval ?? [0, 5];
  if (expertLow > publicHigh) return chart.expertHigher;
  if (publicLow > expertHigh) return chart.publicHigher;
  return chart.overlap;
}
