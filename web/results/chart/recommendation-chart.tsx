import { PANELS } from "../../../domain/ballot/ballot.ts";
import { fill } from "../../text.ts";
import { ratingsWords } from "../facts/panel-facts.ts";
import { meanSentence } from "../facts/words.ts";
import type { ResultsView } from "../facts/view.ts";
import type { ResultRow } from "../facts/row.ts";
import { Dumbbell } from "./dumbbell.tsx";
import { type Canvas, pageCanvas } from "./canvas.ts";
import { Grid } from "./grid.tsx";
import { partsOf, partsWords, ratedIn, SpreadBar } from "./spread-bar.tsx";
import { Words } from "./words.tsx";

/** Heights in pixels: of the means with their axis, of one bar, and of the words below the bars. */
const [MEANS, AXIS, BAR, ENDS] = [84, 44, 58, 22];

/** A chart ready to be put into a page or a file. */
export interface Chart {
  height: number;
  /** What it shows, in sentences. */
  label: string;
  content: preact.JSX.Element;
}

/** Means and distributions of one recommendation; `undefined` when neither panel has any. */
export function recommendationChart(
  row: ResultRow,
  view: ResultsView,
  canvas: Canvas = pageCanvas(view.text),
): Chart | undefined {
  const { text } = view;
  const means = PANELS.filter((panel) => row.panels[panel].mean !== null);
  const bars = PANELS.flatMap((panel) => {
    const parts = partsOf(row.panels[panel], view);
    return parts === undefined ? [] : [{ panel, parts, figures: row.panels[panel] }];
  });
  if (means.length === 0 && bars.length === 0) return undefined;
  const start = means.length > 0 ? MEANS + AXIS : 0;
  const end = start + bars.length * BAR;
  return {
    height: end + (bars.length > 0 ? ENDS : 0),
    label: [
      ...means.map((panel) =>
        meanSentence(view, panel, text.common.panels[panel], row.panels[panel]),
      ),
      ...bars.map(({ panel, parts, figures }) =>
        fill(text.results.spread.label, {
          panel: text.common.panels[panel],
          ratings: ratingsWords(view, panel, ratedIn(figures, parts)),
          points: partsWords(parts, view),
        }),
      ),
    ].join(" "),
    content: (
      <>
        {means.length > 0 ? (
          <>
            <Grid view={view} canvas={canvas} top={6} bottom={MEANS} named />
            <Dumbbell row={row} view={view} canvas={canvas} middle={44} detailed />
          </>
        ) : null}
        {bars.map(({ panel, parts, figures }, index) => (
          <SpreadBar
            key={panel}
            panel={panel}
            figures={figures}
            parts={parts}
            top={start + index * BAR}
            view={view}
            canvas={canvas}
          />
        ))}
        {bars.length > 0 ? (
          <>
            <Words
              canvas={canvas}
              ink="soft"
              x={canvas.at(0)}
              y={end + 12}
              says={text.results.chart.low}
            />
            <Words
              canvas={canvas}
              ink="soft"
              x={canvas.at(100)}
              y={end + 12}
              anchor="end"
              says={text.results.chart.high}
            />
          </>
        ) : null}
      </>
    ),
  };
}
