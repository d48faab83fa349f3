import type { Point } from "../../../domain/ballot/rating.ts";
import { fill } from "../../text.ts";
import type { ResultsView } from "../facts/view.ts";
import type { ResultRow } from "../facts/row.ts";
import { leaningWords, verdict } from "../facts/words.ts";

/** What there is to see in the chart of a recommendation, in a sentence. */
export function chartCaption(row: ResultRow, view: ResultsView): string {
  const { text, shown } = view;
  const { caption } = text.results.chart;
  const [panel] = shown.filter((one) => row.panels[one].mean !== null);
  if (panel === undefined) return text.results.spread.hidden;
  const point = Math.round(row.panels[panel].mean!) as Point;
  const nearest = fill(caption.nearest[panel], { point: text.common.scale[point] });
  // Of so few that no share is told, their mean is not worth a word of its own.
  const isFew = row.panels[panel].hidden["highShare"] === "words-only";
  const first = isFew ? leaningWords(view, panel, row)! : nearest;
  return row.gap === null ? first : `${first} ${verdict(view, row)}`;
}
