import { roundShare } from "../../../domain/disclosure/rounding.ts";
import { fill } from "../../text.ts";
import { formatShare, percentDecimals } from "./format.ts";
import { nWords } from "./panel-facts.ts";
import type { ResultsView } from "./view.ts";
import type { ResultRow } from "./row.ts";

/** The limits of the experts' rule (domain/statistics/delphi.ts): so many on one side, so few on the other. */
const [AGREE, OPPOSITE] = [0.75, 0.15];

/** Most decimals of a percentage that is to be told from a limit. */
const MOST_DECIMALS = 4;

/**
 * A panel's share of high or low ratings as text. Where the experts' rule was asked, a share that would
 * be rounded to one of its limits has more decimals, so that it stands on the side that the rule saw.
 */
export function shareText(
  view: ResultsView,
  row: ResultRow,
  panel: "public" | "expert",
  side: "high" | "low",
): string | undefined {
  const { rated, bands, [`${side}Share` as const]: share } = row.panels[panel];
  if (share === null || rated === null) return undefined;
  const count = bands[side === "high" ? 2 : 0];
  const isRuled = panel === "expert" && row.consensus !== null && view.release.method !== 1;
  if (!isRuled || count === null || count === undefined) return formatShare(view, rated, share);
  const usual = percentDecimals(view, rated);
  const isLimit = [AGREE, OPPOSITE].includes(count / rated);
  const told = (decimals: number) => roundShare(count, rated, decimals + 2);
  let decimals = usual;
  while (decimals < MOST_DECIMALS && [AGREE, OPPOSITE].includes(told(decimals))) {
    decimals += 1;
    if (isLimit) break;
  }
  return formatShare(view, rated, told(decimals), decimals);
}

/** Whether the experts agree, in words; and what stands against it where most of them do. */
export function consensusWords(view: ResultsView, row: ResultRow): string | undefined {
  const { consensus } = view.text.results;
  if (row.consensus === null) return undefined;
  const { rated, bands } = row.panels.expert;
  const n = nWords(view, "expert", rated);
  const said = `${consensus.name}: ${consensus[row.consensus]} (${n})`;
  if (row.consensus !== "none" || rated === null || view.release.method === 1) return said;
  const [low = 0, , high = 0] = bands.map((count) => (count ?? 0) / rated);
  if (high >= AGREE) {
    return `${said}; ${fill(consensus.butLow, { share: shareText(view, row, "expert", "low")! })}`;
  }
  if (low >= AGREE) {
    return `${said}; ${fill(consensus.butHigh, { share: shareText(view, row, "expert", "high")! })}`;
  }
  return said;
}
