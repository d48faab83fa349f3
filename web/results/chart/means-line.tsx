import { meanSentence } from "../facts/words.ts";
import type { ResultsView } from "../facts/view.ts";
import type { ResultRow } from "../facts/row.ts";
import { Dumbbell } from "./dumbbell.tsx";
import { Grid } from "./grid.tsx";

/**
 * The means of one recommendation as a line of a list, `height` pixels high. Where no mean is told there
 * is nothing to see but the scale, and nothing to hear: why stands beside it in words.
 */
export function MeansLine({
  row,
  view,
  height,
}: {
  row: ResultRow;
  view: ResultsView;
  height: number;
}) {
  const sentences = view.shown
    .filter((panel) => row.panels[panel].mean !== null)
    .map((panel) => meanSentence(view, panel, view.text.common.panels[panel], row.panels[panel]));
  const said =
    sentences.length === 0
      ? ({ "aria-hidden": true } as const)
      : ({ role: "img", "aria-label": sentences.join(" ") } as const);
  return (
    <svg class="chart" width="100%" height={height} {...said}>
      <Grid view={view} top={0} bottom={height} />
      <Dumbbell row={row} view={view} middle={height / 2} />
    </svg>
  );
}
