import type { Panel } from "../../domain/ballot.ts";
import { SCALE } from "../../domain/rating.ts";
import { fill, formatNumber, plural } from "../language/text.ts";
import type { ResultsView } from "./view.ts";

interface Props {
  panel: Panel;
  rated: number;
  /** How many chose each point; all of them shown. */
  counts: readonly number[];
  view: ResultsView;
}

/** Width in pixels of the narrowest bar, and of a digit in it: a label is drawn where it fits. */
const [NARROWEST, DIGIT] = [250, 9];

/** How a panel's ratings spread over the five points: one bar, the lowest point on the left. */
export function DistributionBar({ panel, rated, counts, view }: Props) {
  const { language, text } = view;
  const { spread } = text.results;
  const whole = counts.reduce((sum, count) => sum + count, 0);
  const percent = (count: number) => (100 * count) / whole;
  const parts = SCALE.map((point, index) => ({
    point,
    count: counts[index] ?? 0,
    start: percent(counts.slice(0, index).reduce((sum, count) => sum + count, 0)),
  }));
  const points = parts.map(({ point, count }) =>
    fill(spread.point, {
      count: formatNumber(language, count),
      point,
      word: text.common.scale[point],
    }),
  );
  const label = fill(spread.label, {
    panel: text.common.panels[panel],
    ratings: plural(language, text.results.ratings, rated),
    points: points.join("; "),
  });
  return (
    <svg class="spread" width="100%" height="46" role="img" aria-label={label}>
      {parts.map(({ point, count, start }) => {
        const number = formatNumber(language, count);
        const fits = (percent(count) / 100) * NARROWEST > number.length * DIGIT + 6;
        return (
          <g key={point}>
            <rect
              class={`fill-${point}`}
              x={`${start.toFixed(2)}%`}
              width={`${percent(count).toFixed(2)}%`}
              height="26"
            />
            {fits ? (
              <text
                class={`on-${point}`}
                x={`${(start + percent(count) / 2).toFixed(2)}%`}
                y="18"
                text-anchor="middle"
              >
                {number}
              </text>
            ) : null}
          </g>
        );
      })}
      <text class="soft" y="42">
        {`1 ${text.common.scale[1]}`}
      </text>
      <text class="soft" x="100%" y="42" text-anchor="end">
        {`5 ${text.common.scale[5]}`}
      </text>
    </svg>
  );
}
