import { fill } from "../text.ts";
import { figureCells } from "./facts/cells.ts";
import { PanelMark } from "./facts/panel-mark.tsx";
import type { ResultRow } from "./facts/row.ts";
import type { ResultsView } from "./facts/view.ts";
import { gapFigures } from "./facts/words.ts";

/** The figures of one recommendation that its words leave out, and the way to all of them. */
export function CardFigures({ row, view }: { row: ResultRow; view: ResultsView }) {
  const { text, shown } = view;
  const { analysts, table } = text.results;
  const told: string[] = [table.low, table.disagreement, table.noOpinion, table.skipped];
  return (
    <details class="card-figures">
      <summary>{fill(analysts.card, { code: row.code })}</summary>
      <ul class="plain">
        {row.gap === null ? null : <li>{gapFigures(view, row.gap)}</li>}
        {shown.map((panel) => (
          <li key={panel}>
            <PanelMark panel={panel} /> <b>{text.common.panels[panel]}</b>:
            {figureCells(view, row, panel)
              .filter(({ name }) => told.includes(name))
              .map(({ name, cell }) => (
                <span key={name} class="figure">
                  {name} <bdi>{cell}</bdi>
                </span>
              ))}
          </li>
        ))}
        <li>
          <a href={`#figures-${row.code}`} aria-label={`${table.heading}: ${row.code}`}>
            {table.heading}
          </a>
        </li>
      </ul>
    </details>
  );
}
