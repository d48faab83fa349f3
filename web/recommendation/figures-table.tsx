import { SCALE } from "../../domain/ballot/rating.ts";
import { Reasons } from "../results/explanations.tsx";
import { figureCells } from "../results/facts/cells.ts";
import { reasonsIn } from "../results/facts/hidden.ts";
import { PanelMark } from "../results/facts/panel-mark.tsx";
import type { ResultRow } from "../results/facts/row.ts";
import type { ResultsView } from "../results/facts/view.ts";
import { fill } from "../text.ts";

/**
 * What the chart of one recommendation draws, and what it leaves out, as numbers: a column for each panel; and why
 * figures are hidden.
 */
export function FiguresTable({ row, view }: { row: ResultRow; view: ResultsView }) {
  const { text, shown } = view;
  const { table } = text.results;
  const words = text.recommendation.table;
  const columns = shown.map((panel) => ({ panel, cells: figureCells(view, row, panel) }));
  const [first] = columns;
  if (first === undefined) return null;
  return (
    <>
      {/* Reached by keyboard: otherwise what does not fit could not be scrolled to. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section class="table-scroll" aria-labelledby="figures-caption" tabIndex={0}>
        <table class="figures">
          <caption id="figures-caption">{fill(words.caption, { code: row.code })}</caption>
          <thead>
            <tr>
              <th scope="col">{words.figure}</th>
              {columns.map(({ panel }) => (
                <th key={panel} scope="col" class="number">
                  <PanelMark panel={panel} /> {text.common.panels[panel]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first.cells.map(({ name }, place) =>
              name === table.disagreement ? null : (
                <tr key={name}>
                  <th scope="row">{spelt(view, name)}</th>
                  {columns.map(({ panel, cells }) => (
                    <td key={panel} class={name === table.leaning ? "said" : "number"}>
                      {cells[place]!.cell}
                    </td>
                  ))}
                </tr>
              ),
            )}
          </tbody>
        </table>
      </section>
      <Reasons view={view} of={reasonsIn(shown.map((panel) => row.panels[panel]))} />
    </>
  );
}

/** Where there is room for it, a point of the scale has its name: "n(4) High". */
function spelt({ text }: ResultsView, name: string): string {
  const point = SCALE.find((one) => name === `n(${one})`);
  return point === undefined ? name : `${name} ${text.common.scale[point]}`;
}
