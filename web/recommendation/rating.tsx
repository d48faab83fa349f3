import { Filled } from "../language/filled.tsx";
import { Wording } from "../language/said.tsx";
import { fill } from "../text.ts";
import { chartCaption } from "../results/chart/chart-caption.ts";
import { recommendationChart } from "../results/chart/recommendation-chart.tsx";
import { partsOf, partsWords } from "../results/chart/spread-bar.tsx";
import { Download } from "../results/download.tsx";
import { consensusWords } from "../results/facts/consensus.ts";
import { reasonWords } from "../results/facts/hidden.ts";
import { PanelMark } from "../results/facts/panel-mark.tsx";
import { rankWords } from "../results/facts/ranking.ts";
import type { ResultRow } from "../results/facts/row.ts";
import { type ResultsView, segmentWords } from "../results/facts/view.ts";
import { gapWords, groupShareWords, meanSentence, panelWords } from "../results/facts/words.ts";
import { Shades } from "./shades.tsx";

/** How one recommendation was rated: its place, what there is to see, its chart, its figures in words. */
export function Rating({ row, view }: { row: ResultRow; view: ResultsView }) {
  const { text, shown } = view;
  const { results } = text;
  const chart = recommendationChart(row, view);
  const consensus = consensusWords(view, row);
  return (
    <>
      <ul class="plain">
        {shown.map((panel) => {
          const words = rankWords(view, panel, row);
          return words === undefined ? null : (
            <li key={panel}>
              <PanelMark panel={panel} /> {fill(results.rankOf[panel], { rank: words })}
            </li>
          );
        })}
        {row.gap?.differs ? <li>{gapWords(view, row.gap)}</li> : null}
        {consensus === undefined ? null : <li>{consensus}</li>}
      </ul>
      <figure class="rating">
        <figcaption>{chartCaption(row, view)}</figcaption>
        {chart === undefined ? null : (
          <>
            <Shades view={view} row={row} />
            <svg
              class="chart"
              width="100%"
              height={chart.height}
              role="img"
              aria-label={chart.label}
            >
              {chart.content}
            </svg>
          </>
        )}
        <ul class="plain panels">
          {shown.map((panel) => (
            <li key={panel}>
              <PanelMark panel={panel} /> <b>{text.common.panels[panel]}</b>
              {`: ${inWords(view, row, panel)}`}
            </li>
          ))}
          <SegmentLine row={row} view={view} />
        </ul>
        {chart === undefined ? null : (
          <Download
            view={view}
            chart={`${row.code}.svg`}
            name={fill(results.chart.downloadNamed, { code: row.code })}
          />
        )}
      </figure>
    </>
  );
}

function inWords(view: ResultsView, row: ResultRow, panel: "public" | "expert"): string {
  const figures = row.panels[panel];
  const { spread } = view.text.results;
  if (figures.rated === null) {
    // An earlier method told the bands of a small panel, and nothing else of it.
    const parts = partsOf(figures, view);
    return parts === undefined
      ? reasonWords(view, figures.hidden["rated"]!)
      : `${partsWords(parts, view)}.`;
  }
  const words = panelWords(view, panel, row);
  if (partsOf(figures, view) === undefined) return `${words}. ${spread.hidden}`;
  const told = figures.counts.some((count) => count !== null) ? figures.counts : figures.bands;
  return told.includes(null) ? `${words}. ${spread.partly}` : `${words}.`;
}

/** The chosen group's figures, or why there are none. */
function SegmentLine({ row, view }: { row: ResultRow; view: ResultsView }) {
  const { segment } = row;
  const chosen = view.choices.segment;
  if (segment === undefined || chosen === undefined || chosen.ballots === null) return null;
  const { option } = segmentWords(view, chosen);
  const share = groupShareWords(view, segment);
  // Its name is put in as an element, since it may be in another language.
  const sentence =
    segment.mean === null
      ? `{panel}: ${reasonWords(view, segment.hidden["mean"]!)}`
      : `${meanSentence(view, "segment", "{panel}", segment)} ${share === undefined ? "" : `${share}.`}`;
  return (
    <li>
      <PanelMark panel="segment" />{" "}
      <Filled of={sentence} values={{ panel: <Wording of={option} /> }} />
    </li>
  );
}
