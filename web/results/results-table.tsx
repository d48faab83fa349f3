import type { Panel } from "../../domain/ballot.ts";
import type { Figures } from "../../domain/release/schema.ts";
import { SCALE } from "../../domain/rating.ts";
import { fill, formatNumber } from "../language/text.ts";
import { formatIndex, formatMean, formatShare } from "./format.ts";
import { hiddenMark } from "./hidden.ts";
import type { ResultRow, ResultsView } from "./view.ts";

/** Every released figure, as a table: one row for each recommendation and shown panel. */
export function ResultsTable({ view }: { view: ResultsView }) {
  const { table } = view.text.results;
  const columns = [
    table.rated,
    table.mean,
    table.interval,
    table.rank,
    table.high,
    table.disagreement,
    ...SCALE,
    table.noOpinion,
    table.skipped,
  ];
  return (
    <section aria-labelledby="all-figures">
      <h2 id="all-figures">{table.heading}</h2>
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
              {columns.map((name) => (
                <th key={name} scope="col" class="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          {view.rows.map((row) => (
            <Rows key={row.code} row={row} view={view} />
          ))}
        </table>
      </section>
    </section>
  );
}

const Rows = ({ row, view }: { row: ResultRow; view: ResultsView }) => (
  <tbody>
    {view.shown.map((panel, index) => (
      <tr key={panel}>
        {index > 0 ? null : (
          <th scope="rowgroup" rowSpan={view.shown.length}>
            <a href={`#${row.code}`}>{`${row.code} ${row.title}`}</a>
          </th>
        )}
        <PanelCells panel={panel} figures={row.panels[panel]} view={view} />
      </tr>
    ))}
  </tbody>
);

interface CellsProps {
  panel: Panel;
  figures: Figures;
  view: ResultsView;
}

function PanelCells({ panel, figures, view }: CellsProps) {
  const { language, text } = view;
  const count = (value: number) => formatNumber(language, value);
  const mean = (value: number) => formatMean(language, figures, value);
  const index = (value: number) => formatIndex(language, value);
  const share = (value: number) => formatShare(language, value);
  const { interval } = figures;
  const cells: [name: string, shown: string | undefined][] = [
    ["rated", given(figures.rated, count)],
    ["mean", given(figures.mean, mean)],
    ["interval", interval === null ? undefined : `${mean(interval[0])}–${mean(interval[1])}`],
    ["rank", given(figures.rank, count)],
    ["highShare", given(figures.highShare, share)],
    ["disagreement", given(figures.disagreement, index)],
    ...figures.counts.map((one, point): [string, string | undefined] => [
      `counts/${point}`,
      given(one, count),
    ]),
    ["noOpinion", given(figures.noOpinion, count)],
    ["skipped", given(figures.skipped, count)],
  ];
  return (
    <>
      <th scope="row">{text.common.panels[panel]}</th>
      {cells.map(([name, shown]) => (
        <td key={name} class="number">
          {shown ?? hiddenMark(figures, name)}
        </td>
      ))}
    </>
  );
}

const given = (value: number | null, write: (value: number) => string): string | undefined =>
  value === null ? undefined : write(value);
