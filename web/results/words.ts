import type { Panel } from "../../domain/ballot.ts";
import type { Figures, Gap } from "../../domain/release/schema.ts";
import { fill, formatNumber, plural } from "../language/text.ts";
import { agreementOf } from "./agreement.ts";
import { formatMean, formatScore, formatShare } from "./format.ts";
import type { ResultRow, ResultsView } from "./view.ts";

/** The share of a panel that chose 4 or 5, in words with its n; coded and hidden shares too. */
export function highWords(view: ResultsView, panel: Panel, figures: Figures): string {
  const { top } = view.text.results;
  const n = formatNumber(view.language, figures.rated ?? 0);
  const share = shareWords(view, figures, "highShare");
  return share === undefined ? top.shareHidden[panel] : fill(top.share[panel], { share, n });
}

/** A share as text: itself, or "under 5 %", "over 95 %"; `undefined` when it is hidden. */
function shareWords(
  { language, text }: ResultsView,
  figures: Figures,
  name: "highShare" | "first",
): string | undefined {
  const { [name]: share, hidden } = figures;
  if (share !== null) return formatShare(language, share);
  const { under, over } = text.results.top;
  if (hidden[name] === "under-5-percent")
    return fill(under, { share: formatShare(language, 0.05) });
  if (hidden[name] === "over-95-percent") return fill(over, { share: formatShare(language, 0.95) });
  return undefined;
}

/** Whether public and experts differ, in a sentence. */
export function verdict({ text }: ResultsView, { gap }: ResultRow): string {
  const { verdict } = text.results;
  if (gap === null) return verdict.none;
  if (!gap.differs) return verdict.alike;
  return gap.delta > 0 ? verdict.expertHigher : verdict.publicHigher;
}

/** How large the gap is, with its figures. */
export const gapWords = ({ language, text }: ResultsView, gap: Gap): string =>
  fill(text.results.gap.label, {
    word: text.results.gap.words[gap.size],
    delta: formatScore(language, gap.delta),
    low: formatScore(language, gap.interval[0]),
    high: formatScore(language, gap.interval[1]),
  });

/** A rank with the range that chance leaves it. */
export function rankWords(
  { text, language }: ResultsView,
  rank: number | null,
  range: [number, number] | null,
): string | undefined {
  if (rank === null) return undefined;
  const { ordinal, between, sure } = text.results;
  const number = (value: number) => formatNumber(language, value);
  if (range === null) return fill(ordinal, { rank: number(rank) });
  const [from, to] = range;
  return fill(from === to ? sure : between, {
    rank: number(rank),
    from: number(from),
    to: number(to),
  });
}

/** A panel's ratings of one recommendation: share high, agreement, what to do first. */
export function panelWords(view: ResultsView, figures: Figures): string {
  const { language, text } = view;
  const { results } = text;
  const share = shareWords(view, figures, "highShare");
  const parts: string[] = [];
  if (share === undefined) parts.push(results.highHidden);
  else if (figures.highInterval === null) parts.push(fill(results.highCoded, { share }));
  else {
    const [low, high] = figures.highInterval.map((end) => formatShare(language, end));
    parts.push(fill(results.high, { share, low: low ?? "", high: high ?? "" }));
  }
  if (figures.disagreement !== null) {
    const d = formatScore(language, figures.disagreement);
    parts.push(`${results.agreement[agreementOf(figures.disagreement)]} (D\u00a0=\u00a0${d})`);
  }
  const first = shareWords(view, figures, "first");
  if (first !== undefined) parts.push(fill(results.firstShare, { share: first }));
  return parts.join("; ");
}

/** A mean with its interval and n, as a sentence for those who do not see the chart. */
export function meanSentence(
  { language, text }: ResultsView,
  name: string,
  figures: Pick<Figures, "mean" | "interval" | "rated">,
): string {
  const { chart, ratings } = text.results;
  const { mean, interval, rated } = figures;
  return fill(interval === null ? chart.labelMean : chart.label, {
    panel: name,
    mean: formatMean(language, figures, mean ?? 0),
    low: interval === null ? "" : formatScore(language, interval[0]),
    high: interval === null ? "" : formatScore(language, interval[1]),
    ratings: plural(language, ratings, rated ?? 0),
  });
}
