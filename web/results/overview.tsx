import { textOf, unmarked, Wording } from "../language/said.tsx";
import { codeAnchor } from "../respondent/code-anchor.ts";
import { fill } from "../text.ts";
import { Grid } from "./chart/grid.tsx";
import { MeansLine } from "./chart/means-line.tsx";
import { RankStrip } from "./chart/rank-strip.tsx";
import { Download } from "./download.tsx";
import { causeWords } from "./explanations.tsx";
import { formatMean } from "./facts/format.ts";
import { reasonWords } from "./facts/hidden.ts";
import type { ResultsView } from "./facts/view.ts";
import { rankedPanel } from "./facts/ranking.ts";
import type { ResultRow } from "./facts/row.ts";
import { nWords } from "./facts/panel-facts.ts";
import { rankWords } from "./facts/ranking.ts";

/** Height of one line's drawings, in pixels. */
const LINE = 30;

/**
 * All recommendations in the chosen order, a line each: both means, and the range of
 * ranks where there are any.
 */
export function Overview({ view }: { view: ResultsView }) {
  const { overview, chart, table } = view.text.results;
  const panel = rankedPanel(view);
  const ranked = view.release.ranked[panel];
  if (view.shown.length === 0) return null;
  return (
    <figure class="overview">
      <figcaption>
        <h3>{overview.heading}</h3>
        {`${overview.caption}${ranked === 0 ? "" : ` ${fill(overview.rankBar, { cause: causeWords(view) })}`}`}
      </figcaption>
      {view.lists.map(({ name, rows }) => (
        <div key={name && textOf(name)}>
          {name === undefined ? null : (
            <h4>
              <Wording of={name} />
            </h4>
          )}
          <div class="overview-row overview-head" aria-hidden="true">
            <span />
            <svg class="chart" width="100%" height="36">
              <Grid view={view} top={0} bottom={0} named />
            </svg>
            <span class="hint">{ranked === 0 ? "" : `${overview.ranks[panel]}, 1–${ranked}`}</span>
          </div>
          <ol>
            {rows.map((row) => (
              <OverviewRow key={row.code} row={row} view={view} />
            ))}
          </ol>
        </div>
      ))}
      <p class="download">
        <a href="#all-figures">{table.heading}</a>
      </p>
      <Download view={view} chart="overview.svg" name={chart.download} />
    </figure>
  );
}

function OverviewRow({ row, view }: { row: ResultRow; view: ResultsView }) {
  const { text } = view;
  const panel = rankedPanel(view);
  const { rank, rankRange } = row.panels[panel];
  const told = view.shown.filter((one) => row.panels[one].mean !== null);
  return (
    <li class="overview-row">
      <span>
        <a href={`#${codeAnchor(row.code)}`}>
          <Wording of={unmarked(row.said)} />
        </a>{" "}
        <span class="code">{row.code}</span>
      </span>
      <MeansLine row={row} view={view} height={LINE} />
      <svg
        class="chart"
        width="100%"
        height={LINE}
        role="img"
        aria-label={rankWords(view, panel, row) ?? text.results.ordinal.none}
      >
        <RankStrip
          view={view}
          panel={panel}
          figures={{ rank, rankRange }}
          count={view.release.ranked[panel]}
          middle={LINE / 2}
        />
      </svg>
      <span class="overview-values">
        {told.length === 0
          ? `${text.common.panels[panel]}: ${reasonWords(view, row.panels[panel].hidden["mean"]!)}`
          : told
              .map(
                (one) =>
                  `${text.common.panels[one]} ${formatMean(view, row.panels[one], row.panels[one].mean!)} (${nWords(view, one, row.panels[one].rated)})`,
              )
              .join(" · ")}
      </span>
    </li>
  );
}
