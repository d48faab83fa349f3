import { textOf, unmarked, Wording } from "../language/said.tsx";
import { codeAnchor } from "../respondent/code-anchor.ts";
import { statusWord } from "../response/status-words.ts";
import { fill } from "../text.ts";
import { Grid } from "./chart/grid.tsx";
import { MeansLine } from "./chart/means-line.tsx";
import { RankStrip } from "./chart/rank-strip.tsx";
import { Download } from "./download.tsx";
import { causeWords } from "./explanations.tsx";
import { formatMean } from "./facts/format.ts";
import { hiddenMark, reasonWords } from "./facts/hidden.ts";
import { nWords } from "./facts/panel-facts.ts";
import { PanelMark } from "./facts/panel-mark.tsx";
import { rankedPanel, rankWords } from "./facts/ranking.ts";
import type { ResultRow } from "./facts/row.ts";
import { recommendationAddress, type ResultsView, segmentWords } from "./facts/view.ts";
import { meansInShort } from "./facts/words.ts";

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

/** One line: its means or which side they are on, its rank, and what was officially answered; the rest is a page away. */
function OverviewRow({ row, view }: { row: ResultRow; view: ResultsView }) {
  const { text } = view;
  const panel = rankedPanel(view);
  const { rank, rankRange, hidden } = row.panels[panel];
  const words = rankWords(view, panel, row);
  const means = meansInShort(view, row);
  return (
    <li class="overview-row" id={codeAnchor(row.code)}>
      <span>
        <a href={recommendationAddress(view, row.code)}>
          <Wording of={unmarked(row.said)} />
        </a>{" "}
        <span class="code">{row.code}</span>
      </span>
      <MeansLine row={row} view={view} height={LINE} />
      <svg class="chart" width="100%" height={LINE} aria-hidden="true">
        <RankStrip
          view={view}
          panel={panel}
          figures={{ rank, rankRange }}
          count={view.release.ranked[panel]}
          middle={LINE / 2}
        />
      </svg>
      <span class="overview-values">
        {means.length === 0
          ? `${text.common.panels[panel]}: ${reasonWords(view, hidden["mean"]!)}`
          : means.join(" · ")}
        <GroupMean row={row} view={view} />
        {words === undefined ? null : ` · ${fill(text.results.rankOf[panel], { rank: words })}`}
      </span>
      <span class="overview-answer">
        {`${text.response.heading}: `}
        <b>{statusWord(view, row.status)}</b>
      </span>
    </li>
  );
}

/** The mean of the chosen group, whose name stands above the list, or the mark of why there is none. */
function GroupMean({ row: { segment }, view }: { row: ResultRow; view: ResultsView }) {
  const { choices } = view;
  if (segment === undefined || choices.segment === undefined || choices.segment.ballots === null)
    return null;
  return (
    <>
      {" · "}
      <PanelMark panel="segment" /> <Wording of={segmentWords(view, choices.segment).option} />{" "}
      {segment.mean === null
        ? hiddenMark(segment.hidden["mean"])
        : `${formatMean(view, segment, segment.mean)} (${nWords(view, "segment", segment.rated)})`}
    </>
  );
}
