import type { Panel } from "../../domain/ballot.ts";
import { formatNumber } from "../language/text.ts";
import { agreementOf } from "./agreement.ts";
import { formatIndex, formatMean } from "./format.ts";
import { PanelMark } from "./panel-mark.tsx";
import type { ResultRow, ResultsView } from "./view.ts";

/** What a reader in a hurry should take away: the first of each panel, and where it is divided. */
export function StandOut({ view }: { view: ResultsView }) {
  const { standOut } = view.text.results;
  if (view.shown.length === 0) return null;
  return (
    <section class="stand-out" aria-labelledby="stand-out">
      <h2 id="stand-out">{standOut.heading}</h2>
      <dl>
        {view.shown.map((panel) => (
          <Finding key={panel} panel={panel} name={standOut.top[panel]}>
            {view.rows
              .filter((row) => row.panels[panel].rank === 1)
              .map((row) => ({ row, figure: meanFigure(view, panel, row) }))}
          </Finding>
        ))}
        {view.shown.map((panel) => (
          <Finding key={panel} panel={panel} name={standOut.divided[panel]}>
            {mostDivided(view, panel)}
          </Finding>
        ))}
      </dl>
    </section>
  );
}

interface Found {
  row: ResultRow;
  figure: string;
}

function Finding({ panel, name, children }: { panel: Panel; name: string; children: Found[] }) {
  if (children.length === 0) return null;
  return (
    <div>
      <dt>
        <PanelMark panel={panel} /> {name}
      </dt>
      {children.map(({ row, figure }) => (
        <dd key={row.code}>
          <a href={`#${row.code}`}>{`${row.code} ${row.title}`}</a>{" "}
          <span class="hint">{figure}</span>
        </dd>
      ))}
    </div>
  );
}

function meanFigure(view: ResultsView, panel: Panel, row: ResultRow): string {
  const { language, text } = view;
  const figures = row.panels[panel];
  const mean = formatMean(language, figures, figures.mean ?? 0);
  return `${text.results.table.mean} ${mean}, n\u00a0≈\u00a0${formatNumber(language, figures.rated ?? 0)}`;
}

/** Where a panel agrees least; nothing when it broadly agrees on everything. */
function mostDivided({ language, rows }: ResultsView, panel: Panel): Found[] {
  const most = Math.max(...rows.map((row) => row.panels[panel].disagreement ?? 0));
  if (agreementOf(most) === "broad") return [];
  return rows
    .filter((row) => row.panels[panel].disagreement === most)
    .map((row) => ({
      row,
      figure: `D\u00a0=\u00a0${formatIndex(language, most)}, n\u00a0≈\u00a0${formatNumber(language, row.panels[panel].rated ?? 0)}`,
    }));
}
