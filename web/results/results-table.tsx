import { unmarked, Wording } from "../language/said.tsx";
import { codeAnchor } from "../respondent/code-anchor.ts";
import { fill } from "../text.ts";
import { figureCells } from "./facts/cells.ts";
import { PanelMark } from "./facts/panel-mark.tsx";
import type { ResultsView } from "./facts/view.ts";
import type { ResultRow } from "./facts/row.ts";

/** Every released figure of both panels, as a table: one row for each recommendation and panel. */
export function ResultsTable({ view }: { view: ResultsView }) {
  const { table } = view.text.results;
  const rows = view.lists.flatMap((list) => list.rows);
  const [first] = rows;
  if (first === undefined) return null;
  return (
    <section aria-labelledby="all-figures">
      <h3 id="all-figures">{table.heading}</h3>
      {/* Reached by keyboard: otherwise what does not fit could not be scrolled to. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section class="table-scroll" aria-labelledby="table-caption" tabIndex={0}>
        <table>
          <caption id="table-caption">
            {fill(table.caption, { number: view.release.release })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{table.recommendation}</th>
              <th scope="col">{table.panel}</th>
              {figureCells(view, first, "public").map(({ name }) => (
                <th key={name} scope="col" class={kindOf(view, name)}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          {rows.map((row) => (
            <Rows key={row.code} row={row} view={view} />
          ))}
        </table>
      </section>
    </section>
  );
}

/** Words take more room than figures: paper has none for them. */
const kindOf = ({ text }: ResultsView, name: string): string =>
  name === text.results.table.leaning ? "number words" : "number";

const Rows = ({ row, view }: { row: ResultRow; view: ResultsView }) => (
  <tbody id={`figures-${row.code}`}>
    {view.shown.map((panel, index) => (
      <tr key={panel}>
        {index > 0 ? null : (
          <th scope="rowgroup" rowSpan={view.shown.length}>
            <a href={`#${codeAnchor(row.code)}`}>
              {row.code} <Wording of={unmarked(row.said)} />
            </a>
          </th>
        )}
        <th scope="row">
          <PanelMark panel={panel} /> <span>{view.text.common.panels[panel]}</span>
        </th>
        {figureCells(view, row, panel).map(({ name, cell }) => (
          <td key={name} class={kindOf(view, name)}>
            {cell}
          </td>
        ))}
      </tr>
    ))}
  </tbody>
);
