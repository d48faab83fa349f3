import { formatMean } from "../facts/format.ts";
import { inOrder } from "../facts/order.ts";
import { nWords } from "../facts/panel-facts.ts";
import { highest, rankedPanel } from "../facts/ranking.ts";
import type { ResultRow } from "../facts/row.ts";
import type { ResultsView } from "../facts/view.ts";
import { leaningWords } from "../facts/words.ts";

/** What a frame shows: the highest priorities; of few recommendations all that have a mean, in their order; else none. */
export function embeddedRows(view: ResultsView): ResultRow[] {
  const found = highest(view);
  if (found !== undefined) return "rows" in found ? found.rows : [];
  return inOrder(view.rows, rankedPanel(view)).filter((row) =>
    view.shown.some((panel) => row.panels[panel].mean !== null),
  );
}

/** Each panel's mean with its n; of so few that no share is told, only which side more than half are on. */
export const embeddedWords = (view: ResultsView, row: ResultRow): string =>
  view.shown
    .flatMap((panel) => {
      const { mean, rated, hidden } = row.panels[panel];
      if (hidden["highShare"] === "words-only") return leaningWords(view, panel, row) ?? [];
      if (mean === null) return [];
      const name = view.text.common.panels[panel];
      const value = formatMean(view, row.panels[panel], mean);
      return `${name} ${value} (${nWords(view, panel, rated)})`;
    })
    .join(" · ");
