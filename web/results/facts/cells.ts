import type { Panel } from "../../../domain/ballot/ballot.ts";
import { formatNumber } from "../../text.ts";
import { shareText } from "./consensus.ts";
import { formatEnd, formatMean, formatScore, formatShare } from "./format.ts";
import { hiddenMark } from "./hidden.ts";
import type { ResultsView } from "./view.ts";
import type { ResultRow } from "./row.ts";

/** Every figure of a panel as the cells of a table: the name of its column, and its text or mark. */
export function figureCells(
  view: ResultsView,
  row: ResultRow,
  panel: Panel,
): { name: string; cell: string }[] {
  const { language, text, release } = view;
  const { table, leaning } = text.results;
  const figures = row.panels[panel];
  const count = (value: number) => formatNumber(language, value);
  const share = (value: number) => formatShare(view, figures.rated ?? 0, value);
  const cell = <Value>(key: string, value: Value | null, write: (value: Value) => string) =>
    value === null ? hiddenMark(figures.hidden[key]) : write(value);
  const range = (write: (value: number) => string) => (ends: [number, number]) =>
    ends.map(write).join("–");
  const withInterval = (side: "high" | "low") => () => {
    const ends = figures[`${side}Interval`];
    const told = shareText(view, row, panel, side)!;
    return ends === null ? told : `${told} (${range(share)(ends)})`;
  };
  return [
    [table.rated, cell("rated", figures.rated, count)],
    [table.mean, cell("mean", figures.mean, (mean) => formatMean(view, figures, mean))],
    [
      table.interval,
      cell(
        "interval",
        figures.interval,
        range((end) => formatEnd(view, figures, end)),
      ),
    ],
    [table.rank, cell("rank", figures.rank, count)],
    [table.ranks, cell("rankRange", figures.rankRange, range(count))],
    [table.leaning, cell("leaning", figures.leaning, (one) => leaning[one])],
    [table.high, cell("highShare", figures.highShare, withInterval("high"))],
    [table.low, cell("lowShare", figures.lowShare, withInterval("low"))],
    [
      table.disagreement,
      cell("disagreement", figures.disagreement, (d) => formatScore(language, d)),
    ],
    [
      table.first,
      cell("first", figures.first, (one) => formatShare(view, release.choosers[panel] ?? 0, one)),
    ],
    ...figures.counts.map((one, point) =>
      // The medium point is a band by itself, and may be told where the five points are not.
      point === 2 && one === null
        ? ["n(3)", cell("bands/1", figures.bands[1]!, count)]
        : [`n(${point + 1})`, cell(`counts/${point}`, one, count)],
    ),
    ["n(1–2)", cell("bands/0", figures.bands[0]!, count)],
    ["n(4–5)", cell("bands/2", figures.bands[2]!, count)],
    [table.noOpinion, cell("noOpinion", figures.noOpinion, count)],
    [table.skipped, cell("skipped", figures.skipped, count)],
  ].map(([name = "", text = ""]) => ({ name, cell: text }));
}
