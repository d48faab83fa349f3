import { unmarked, Wording } from "../language/said.tsx";
import { figureCells } from "./facts/cells.ts";
import type { ResultsView } from "./facts/view.ts";
import type { ResultRow } from "./facts/row.ts";

/** The figures behind one recommendation's chart: a row for each, a column for each panel. */
export function CardTable({ row, view }: { row: ResultRow; view: ResultsView }) {
  const { text, shown } = view;
  const { chart } = text.results;
  const columns = shown.map((panel) => figureCells(view, row, panel));
  const [names = []] = columns;
  return (
    <details class="card-table">
      <summary aria-label={`${chart.table}: ${row.code}`}>{chart.table}</summary>
      <table>
        <caption>
          {row.code} <Wording of={unmarked(row.said)} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{text.results.table.panel}</th>
            {shown.map((panel) => (
              <th key={panel} scope="col" class="number">
                {text.common.panels[panel]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map(({ name }, place) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {columns.map((cells, panel) => (
                <td key={shown[panel]} class="number">
                  {cells[place]!.cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
