import { Filled } from "../language/filled.tsx";
import { unmarked, Wording } from "../language/said.tsx";
import { codeAnchor } from "../respondent/code-anchor.ts";
import { fill } from "../text.ts";
import { chartCaption } from "./chart/chart-caption.ts";
import { partsOf, partsWords } from "./chart/spread-bar.tsx";
import { recommendationChart } from "./chart/recommendation-chart.tsx";
import { CardFigures } from "./card-figures.tsx";
import { Download } from "./download.tsx";
import { reasonWords } from "./facts/hidden.ts";
import { PanelMark } from "./facts/panel-mark.tsx";
import { type ResultsView, segmentWords } from "./facts/view.ts";
import type { ResultRow } from "./facts/row.ts";
import { consensusWords } from "./facts/consensus.ts";
import { rankWords } from "./facts/ranking.ts";
import { gapWords, groupShareWords, meanSentence, panelWords } from "./facts/words.ts";

/** One recommendation: its place, what there is to see, its chart, its figures in words and as a table. */
export function RecommendationResult({ row, view }: { row: ResultRow; view: ResultsView }) {
  const { text, shown } = view;
  const { results } = text;
  const chart = recommendationChart(row, view);
  const consensus = consensusWords(view, row);
  return (
    <li class="result" id={codeAnchor(row.code)}>
      <div class="result-head">
        <h3>
          <Wording of={row.said} /> <span class="code">{row.code}</span>
        </h3>
        <p class="hint">
          <Wording of={row.addressee.name} />
        </p>
        {row.statement === "" ? null : (
          <details class="statement">
            <summary>{fill(results.statement, { code: row.code })}</summary>
            <p>
              <Wording of={unmarked(row.statement)} />
            </p>
          </details>
        )}
        <ul class="plain">
          {shown.map((panel) => {
            const words = rankWords(view, panel, row);
            return words === undefined ? null : (
              <li key={panel} class="rank">
                <PanelMark panel={panel} /> {fill(results.rankOf[panel], { rank: words })}
              </li>
            );
          })}
          {row.gap?.differs ? <li>{gapWords(view, row.gap)}</li> : null}
          {consensus === undefined ? null : <li>{consensus}</li>}
        </ul>
      </div>
      <figure>
        <figcaption>{chartCaption(row, view)}</figcaption>
        {chart === undefined ? null : (
          <svg class="chart" width="100%" height={chart.height} role="img" aria-label={chart.label}>
            {chart.content}
          </svg>
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
        <CardFigures row={row} view={view} />
        {chart === undefined ? null : (
          <Download
            view={view}
            chart={`${row.code}.svg`}
            name={fill(results.chart.downloadNamed, { code: row.code })}
          />
        )}
      </figure>
    </li>
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
