import { inOrder } from "../facts/order.ts";
import { highest, rankedPanel } from "../facts/ranking.ts";
import type { ResultRow } from "../facts/row.ts";
import type { ResultsView } from "../facts/view.ts";

/** What a frame shows: the highest priorities; of few recommendations all that have a mean, in their order; else none. */
export function embeddedRows(view: ResultsView): ResultRow[] {
  const found = highest(view);
  if (found !== undefined) return "rows" in found ? found.rows : [];
  return inOrder(view.rows, rankedPanel(view)).filter((row) =>
    view.shown.some((panel) => row.panels[panel].mean !== null),
  );
}
