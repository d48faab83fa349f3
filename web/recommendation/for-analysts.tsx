import { pathOf, RESULTS } from "../../domain/paths.ts";
import { Letters } from "../results/explanations.tsx";
import { figureCells } from "../results/facts/cells.ts";
import { PanelMark } from "../results/facts/panel-mark.tsx";
import type { ResultRow } from "../results/facts/row.ts";
import type { ResultsView } from "../results/facts/view.ts";
import { gapFigures } from "../results/facts/words.ts";
import { fill } from "../text.ts";

/** The figures that nobody reads without knowing what they are, what they are, and the way to those of all the others. */
export function ForAnalysts({ row, view }: { row: ResultRow; view: ResultsView }) {
  const { text, shown, language, consultation } = view;
  const { analysts, table } = text.results;
  const results = pathOf(RESULTS, { id: consultation.id, lang: language });
  return (
    <details class="more">
      <summary>{fill(analysts.card, { code: row.code })}</summary>
      <ul class="plain">
        {row.gap === null ? null : <li>{gapFigures(view, row.gap)}</li>}
        {shown.map((panel) => (
          <li key={panel}>
            <PanelMark panel={panel} /> <b>{text.common.panels[panel]}</b>:{" "}
            {figureCells(view, row, panel)
              .filter(({ name }) => name === table.disagreement)
              .map(({ name, cell }) => `${name} ${cell}`)}
          </li>
        ))}
      </ul>
      <Letters view={view} />
      <p>
        <a href={`${results}#figures-${row.code}`}>{table.heading}</a>
      </p>
    </details>
  );
}
