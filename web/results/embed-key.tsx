import { Grid } from "./chart/grid.tsx";
import { PanelMark } from "./facts/panel-mark.tsx";
import type { ResultsView } from "./facts/view.ts";

/** What the shapes of the lines below stand for, and the scale on which they stand. */
export const EmbedKey = ({ view }: { view: ResultsView }) => (
  <div class="embed-key">
    <p>
      {view.shown.map((panel) => (
        <span key={panel}>
          <PanelMark panel={panel} /> {view.text.common.panels[panel]}
        </span>
      ))}
    </p>
    <svg class="chart" width="100%" height="36" aria-hidden="true">
      <Grid view={view} top={0} bottom={0} named />
    </svg>
  </div>
);
