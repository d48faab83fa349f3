import type { Figures } from "../../domain/release/schema.ts";
import { formatNumber } from "../language/text.ts";
import { formatMean, formatScore, formatShare } from "./format.ts";
import { hiddenMark } from "./hidden.ts";
import type { ResultsView } from "./view.ts";

/** Every figure of a panel as the cells of a table: the name of its column, and its text or mark. */
export function figureCells(
  { language, text }: ResultsView,
  figures: Figures,
): { name: string; cell: string }[] {
  const { table } = text.results;
  const count = (value: number) => formatNumber(language, value);
  const share = (value: number) => formatShare(language, value);
  const score = (value: number) => formatScore(language, value);
  const cell = (key: string, value: number | null, write: (value: number) => string) =>
    value === null ? hiddenMark(figures.hidden[key]) : write(value);
  const range = (key: string, value: [number, number] | null, write: (value: number) => string) =>
    value === null ? hiddenMark(figures.hidden[key]) : `${write(value[0])}–${write(value[1])}`;
  return [
    [table.rated, cell("rated", figures.rated, count)],
    [table.mean, cell("mean", figures.mean, (mean) => formatMean(language, figures, mean))],
    [table.interval, range("interval", figures.interval, score)],
    [table.rank, cell("rank", figures.rank, count)],
    [table.ranks, range("rankRange", figures.rankRange, count)],
    [table.high, cell("highShare", figures.highShare, share)],
    [table.low, cell("lowShare", figures.lowShare, share)],
    [table.disagreement, cell("disagreement", figures.disagreement, score)],
    [table.first, cell("first", figures.first, share)],
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
