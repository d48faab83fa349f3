import { LEDGER_CHART, LEDGER_PNG } from "../../domain/paths.ts";
import { isDrawable } from "../language/drawable.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { ledgerChart } from "./chart.tsx";
import { ledgerAddress, type LedgerView } from "./view.ts";
import { findingWords } from "./words.tsx";

/** The picture of what is shown, with what there is to see in it; none before the first release. */
export function LedgerFigure({ view }: { view: LedgerView }) {
  const { text, consultation, newest, shown } = view;
  const { chart } = text.ledger;
  if (newest === undefined) return null;
  const { height, label, content } = ledgerChart(view, shown);
  return (
    <figure class="ledger-figure">
      <figcaption>{`${findingWords(view, shown)} ${chart.caption}`}</figcaption>
      <svg class="chart" width="100%" height={height} role="img" aria-label={label}>
        {content}
      </svg>
      <p class="download">
        <a href="#table">{chart.table}</a>
        {" · "}
        <a href={ledgerAddress(view, {}, LEDGER_CHART)} download>
          {chart.svg}
        </a>
        {isDrawable(textOf(saidIn(view, consultation, consultation.title))) ? (
          <>
            {" · "}
            <a href={ledgerAddress(view, {}, LEDGER_PNG)} download>
              {chart.png}
            </a>
          </>
        ) : null}
      </p>
    </figure>
  );
}
