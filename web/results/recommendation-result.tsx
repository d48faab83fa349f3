import { chartCaption } from "./chart-caption.ts";
import { MeanChart } from "./mean-chart.tsx";
import { PanelSummary } from "./panel-summary.tsx";
import { fill } from "../language/text.ts";
import type { ResultRow, ResultsView } from "./view.ts";

/** One recommendation with its rank, its chart, and its figures in words. */
export function RecommendationResult({ row, view }: { row: ResultRow; view: ResultsView }) {
  const { text, shown, sort } = view;
  const rank = sort === "catalogue" ? null : row.panels[sort].rank;
  const caption = chartCaption(row, view);
  const ranks = shown.flatMap((panel) => {
    const held = row.panels[panel].rank;
    return held === null ? [] : [fill(text.results.ranks[panel], { rank: held })];
  });
  return (
    <li class="result" id={row.code}>
      <div class="result-head">
        {rank === null ? null : (
          <span class="rank" aria-hidden="true">
            {rank}
          </span>
        )}
        <div>
          <h3>
            <span class="code">{row.code}</span> {row.title}
          </h3>
          <p class="hint">{[row.addressee, ...ranks].join(" · ")}</p>
        </div>
      </div>
      <figure>
        {caption === undefined ? null : (
          <>
            <figcaption>{caption}</figcaption>
            <MeanChart row={row} view={view} />
          </>
        )}
        <ul class="panels">
          {shown.map((panel) => (
            <PanelSummary key={panel} panel={panel} row={row} view={view} />
          ))}
        </ul>
      </figure>
    </li>
  );
}
