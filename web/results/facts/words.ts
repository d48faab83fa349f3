import type { Panel } from "../../../domain/ballot/ballot.ts";
import type { Figures, Gap, SegmentFigures } from "../../../domain/release/schema.ts";
import { fill, formatNumber } from "../../text.ts";
import { agreementOf } from "./agreement.ts";
import { shareText } from "./consensus.ts";
import { formatEnd, formatMean, formatScore, formatShare } from "./format.ts";
import { isExact, nWords, ratingsWords } from "./panel-facts.ts";
import type { ResultsView } from "./view.ts";
import type { ResultRow } from "./row.ts";

/** The share of a panel that chose 4 or 5, in words with its n; exact ones as the counts they are. */
export function highWords(view: ResultsView, panel: Panel, row: ResultRow): string | undefined {
  const { top } = view.text.results;
  const { rated, bands } = row.panels[panel];
  const share = shareText(view, row, panel, "high");
  if (share === undefined) return undefined;
  const number = (value: number | null | undefined) => formatNumber(view.language, value ?? 0);
  return isExact(view.release, panel)
    ? fill(top.shareExact, { share, n: number(rated), count: number(bands[2]) })
    : fill(top.share[panel], { share, n: number(rated) });
}

/** Which side more than half of a panel are on; `undefined` where that is not told. */
export function leaningWords(view: ResultsView, panel: Panel, row: ResultRow): string | undefined {
  const { rated, leaning } = row.panels[panel];
  if (leaning === null) return undefined;
  return fill(view.text.results.leaningOf, {
    panel: view.text.common.panels[panel],
    n: nWords(view, panel, rated),
    leaning: view.text.results.leaning[leaning],
  });
}

/** Each panel's mean with its n; of so few that no share is told, only which side more than half are on. */
export const meansInShort = (view: ResultsView, row: ResultRow): string[] =>
  view.shown.flatMap((panel) => {
    const { mean, rated, hidden } = row.panels[panel];
    if (hidden["highShare"] === "words-only") return leaningWords(view, panel, row) ?? [];
    if (mean === null) return [];
    const name = view.text.common.panels[panel];
    const value = formatMean(view, row.panels[panel], mean);
    return `${name} ${value} (${nWords(view, panel, rated)})`;
  });

/** Whether public and experts differ, in a sentence. */
export function verdict({ text }: ResultsView, { gap }: ResultRow): string {
  const { verdict } = text.results;
  if (gap === null) return verdict.none;
  if (!gap.differs) return verdict.alike;
  return gap.delta > 0 ? verdict.expertHigher : verdict.publicHigher;
}

/** How large the gap is, in a word. */
export const gapWords = ({ text }: ResultsView, gap: Gap): string =>
  fill(text.results.gap.word, { word: text.results.gap.words[gap.size] });

/** The gap in figures, for those who know what δ is. */
export const gapFigures = ({ language, text }: ResultsView, gap: Gap): string =>
  fill(text.results.gap.figures, {
    delta: formatScore(language, gap.delta),
    low: formatScore(language, gap.interval[0]),
    high: formatScore(language, gap.interval[1]),
  });

/** A panel's ratings of one recommendation: how many, share high or leaning, mean, agreement, to do first. */
export function panelWords(view: ResultsView, panel: Panel, row: ResultRow): string {
  const { language, text, release } = view;
  const { results } = text;
  const figures = row.panels[panel];
  const parts = [ratingsWords(view, panel, figures.rated)];
  const high = shareWords(view, panel, row);
  if (high !== undefined) parts.push(high);
  else if (figures.leaning !== null) parts.push(results.leaning[figures.leaning]);
  const mean = meanWords(view, figures);
  if (mean !== undefined) parts.push(mean);
  if (figures.disagreement !== null) {
    parts.push(results.agreement[agreementOf(figures.disagreement)]);
  }
  const choosers = release.choosers[panel] ?? 0;
  if (figures.first !== null) {
    const number = (value: number) => formatNumber(language, value);
    parts.push(
      isExact(release, panel)
        ? fill(results.firstExact, {
            count: number(figures.firstMeasured ?? 0),
            n: number(choosers),
          })
        : fill(results.firstShare, {
            share: formatShare(view, choosers, figures.first),
            n: nWords(view, panel, choosers),
          }),
    );
  }
  return parts.join("; ");
}

function shareWords(view: ResultsView, panel: Panel, row: ResultRow): string | undefined {
  const { language, text, release } = view;
  const { rated, bands, highInterval } = row.panels[panel];
  const share = shareText(view, row, panel, "high");
  if (share === undefined || rated === null) return undefined;
  if (highInterval === null) return fill(text.results.highAlone, { share });
  const [low, high] = highInterval.map((end) => formatShare(view, rated, end));
  const values = { share, low: low!, high: high! };
  if (!isExact(release, panel)) return fill(text.results.high, values);
  const number = (value: number) => formatNumber(language, value);
  return fill(text.results.highExact, {
    ...values,
    count: number(bands[2] ?? 0),
    n: number(rated),
  });
}

type WithMean = Pick<Figures, "mean" | "interval" | "rated">;

/** A mean with its interval, within a sentence. */
function meanWords(view: ResultsView, figures: WithMean): string | undefined {
  const { mean, interval } = figures;
  if (mean === null) return undefined;
  const { meanAlone, meanWithin } = view.text.results;
  if (interval === null) return fill(meanAlone, { mean: formatMean(view, figures, mean) });
  return fill(meanWithin, {
    mean: formatMean(view, figures, mean),
    low: formatEnd(view, figures, interval[0]),
    high: formatEnd(view, figures, interval[1]),
  });
}

/** A mean with its interval and n, as a sentence for those who do not see the chart. */
export function meanSentence(
  view: ResultsView,
  panel: Panel | "segment",
  name: string,
  figures: WithMean,
): string {
  const { chart } = view.text.results;
  const { mean, interval, rated } = figures;
  return fill(interval === null ? chart.labelMean : chart.label, {
    panel: name,
    mean: formatMean(view, figures, mean ?? 0),
    low: interval === null ? "" : formatEnd(view, figures, interval[0]),
    high: interval === null ? "" : formatEnd(view, figures, interval[1]),
    ratings: ratingsWords(view, panel, rated),
  });
}

/** The share of a group of the public that chose 4 or 5; `undefined` where it is not told. */
export function groupShareWords(view: ResultsView, figures: SegmentFigures): string | undefined {
  const { highShare, highInterval, rated } = figures;
  if (highShare === null || rated === null) return undefined;
  const share = formatShare(view, rated, highShare);
  if (highInterval === null) return fill(view.text.results.highAlone, { share });
  const [low, high] = highInterval.map((end) => formatShare(view, rated, end));
  return fill(view.text.results.high, { share, low: low!, high: high! });
}
