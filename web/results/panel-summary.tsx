import type { Panel } from "../../domain/ballot.ts";
import { SMALLEST_COUNT as BASE } from "../../domain/disclosure/policy.ts";
import type { Figures } from "../../domain/release/schema.ts";
import { fill, formatNumber } from "../language/text.ts";
import { agreementOf } from "./agreement.ts";
import { DistributionBar } from "./distribution-bar.tsx";
import { formatIndex, formatShare } from "./format.ts";
import { PanelMark } from "./panel-mark.tsx";
import type { ResultRow, ResultsView } from "./view.ts";

interface Props {
  panel: Panel;
  row: ResultRow;
  view: ResultsView;
}

/** One panel's ratings of one recommendation in words, and how they are distributed. */
export function PanelSummary({ panel, row, view }: Props) {
  const { language, text } = view;
  const { results } = text;
  const figures = row.panels[panel];
  const { rated } = figures;
  if (rated === null || figures.mean === null) {
    return (
      <li>
        <PanelMark panel={panel} /> {fill(results.notRated[panel], { base: BASE })}
      </li>
    );
  }
  const counts = shownCounts(figures);
  return (
    <li>
      <p>
        <PanelMark panel={panel} /> <b>{text.common.panels[panel]}</b>
        {`, n\u00a0≈\u00a0${formatNumber(language, rated)}: ${inWords(figures, view)}.`}
      </p>
      {counts === undefined ? null : (
        <DistributionBar panel={panel} rated={rated} counts={counts} view={view} />
      )}
      {counts === undefined && hasAnyDistribution(view, panel) ? (
        <p class="hint">{fill(results.spread.hidden, { base: BASE })}</p>
      ) : null}
    </li>
  );
}

function inWords(figures: Figures, { language, text }: ResultsView): string {
  const { results } = text;
  const { highShare, disagreement } = figures;
  const high =
    highShare === null
      ? fill(results.highHidden, { base: BASE })
      : fill(results.high, { share: formatShare(language, highShare) });
  if (disagreement === null) return high;
  const agreement = results.agreement[agreementOf(disagreement)];
  return `${high}; ${agreement} (D\u00a0=\u00a0${formatIndex(language, disagreement)})`;
}

/** The counts of all five points, or `undefined` when one of them is hidden. */
const shownCounts = ({ counts }: Figures): number[] | undefined => {
  const shown = counts.filter((count) => count !== null);
  return shown.length === counts.length ? shown : undefined;
};

/** Whether a panel's distribution is shown anywhere; if not, the page says so once for all. */
export const hasAnyDistribution = ({ rows }: ResultsView, panel: Panel): boolean =>
  rows.some((row) => shownCounts(row.panels[panel]) !== undefined);
