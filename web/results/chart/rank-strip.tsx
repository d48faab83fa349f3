import type { Figures } from "../../../domain/release/schema.ts";
import type { Panel } from "../../../domain/ballot/ballot.ts";
import type { ResultsView } from "../facts/view.ts";
import { type Canvas, pageCanvas } from "./canvas.ts";

interface Props {
  view: Pick<ResultsView, "text">;
  /** A page, unless it says otherwise. */
  canvas?: Canvas;
  panel: Panel;
  figures: Pick<Figures, "rank" | "rankRange">;
  /** How many ranks there are. */
  count: number;
  middle: number;
}

/** A rank as a mark, and the range that chance and noise leave it as a bar from the first to the last rank. */
export function RankStrip({
  view,
  canvas = pageCanvas(view.text),
  panel,
  figures,
  count,
  middle,
}: Props) {
  const { rank, rankRange } = figures;
  if (rank === null) return null;
  const [from, to] = rankRange ?? [rank, rank];
  return (
    <g>
      <line
        {...canvas.ink("grid")}
        x1={canvas.rank(1, count)}
        x2={canvas.rank(count, count)}
        y1={middle}
        y2={middle}
      />
      <line
        {...canvas.ink(`range-${panel}`)}
        x1={canvas.rank(from, count)}
        x2={canvas.rank(to, count)}
        y1={middle}
        y2={middle}
      />
      <circle {...canvas.ink("rank-mark")} cx={canvas.rank(rank, count)} cy={middle} r="4" />
    </g>
  );
}
