import type { Figures } from "../../../domain/release/schema.ts";
import type { Panel } from "../../../domain/ballot/ballot.ts";
import type { ResultsView } from "../facts/view.ts";
import { placesIn } from "./scale.ts";

interface Props {
  view: Pick<ResultsView, "text">;
  panel: Panel;
  figures: Pick<Figures, "rank" | "rankRange">;
  /** How many ranks there are. */
  count: number;
  middle: number;
}

/** A rank as a mark, and the range that chance and noise leave it as a bar from the first to the last rank. */
export function RankStrip({ view, panel, figures, count, middle }: Props) {
  const { rank, rankRange } = figures;
  if (rank === null) return null;
  const place = placesIn(view.text);
  const [from, to] = rankRange ?? [rank, rank];
  return (
    <g>
      <line
        class="grid"
        x1={place.rank(1, count)}
        x2={place.rank(count, count)}
        y1={middle}
        y2={middle}
      />
      <line
        class={`range range-${panel}`}
        x1={place.rank(from, count)}
        x2={place.rank(to, count)}
        y1={middle}
        y2={middle}
      />
      <circle class="rank-mark" cx={place.rank(rank, count)} cy={middle} r="4" />
    </g>
  );
}
