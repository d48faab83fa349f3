import type { Figures } from "../../../domain/release/schema.ts";
import type { Panel } from "../../../domain/ballot/ballot.ts";
import { acrossRanks } from "./scale.ts";

interface Props {
  panel: Panel;
  figures: Pick<Figures, "rank" | "rankRange">;
  /** How many ranks there are. */
  count: number;
  middle: number;
}

/** A rank as a mark, and the range that chance and noise leave it as a bar from the first to the last rank. */
export function RankStrip({ panel, figures, count, middle }: Props) {
  const { rank, rankRange } = figures;
  if (rank === null) return null;
  const [from, to] = rankRange ?? [rank, rank];
  return (
    <g>
      <line
        class="grid"
        x1={acrossRanks(1, count)}
        x2={acrossRanks(count, count)}
        y1={middle}
        y2={middle}
      />
      <line
        class={`range range-${panel}`}
        x1={acrossRanks(from, count)}
        x2={acrossRanks(to, count)}
        y1={middle}
        y2={middle}
      />
      <circle class="rank-mark" cx={acrossRanks(rank, count)} cy={middle} r="4" />
    </g>
  );
}
