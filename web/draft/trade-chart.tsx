import { AT_RATINGS, type Trade } from "../../domain/draft/trade.ts";
import { useReader } from "../language/reader.ts";
import { fill, formatNumber } from "../text.ts";
import { placesIn } from "../results/chart/scale.ts";

/** A row of the picture and of the table beside it. */
export interface TradeRow extends Pick<Trade, "points"> {
  key: string;
  name: string;
  /** How often that is published. */
  times: string;
  chosen: boolean;
}

/** Heights in pixels: of a row's name over what is said of it, of a bar's line, of a bar, between two rows. */
const [NAME, LINE, BAR, BETWEEN] = [46, 22, 12, 12];
const ROW = NAME + AT_RATINGS.length * LINE + BETWEEN;

/** In percent of the width: where the bars begin, and the middle that they reach to both sides from. */
const [LEFT, MIDDLE] = [22, 50];

/** How far noise alone moves a share, to both sides of the true one: a bar for each number of ratings. */
export function TradeChart({ rows }: { rows: readonly TradeRow[] }) {
  const { language, text } = useReader();
  const { trade } = text.draft;
  const place = placesIn(text);
  const largest = Math.max(...rows.flatMap(({ points }) => points));
  const number = (value: number, decimals = 0) => formatNumber(language, value, decimals);
  const half = (points: number) => ((MIDDLE - LEFT) * points) / largest;
  return (
    <svg
      class="chart"
      width="100%"
      height={rows.length * ROW}
      role="img"
      aria-label={fill(trade.picture, { rows: number(rows.length) })}
    >
      {rows.map(({ key, name, times, points, chosen }, index) => {
        const top = index * ROW;
        return (
          <g key={key}>
            <text class={chosen ? "value" : undefined} x={place.at(0)} y={top + 15}>
              {name}
            </text>
            <text class="soft" x={place.at(0)} y={top + 37}>
              {chosen ? `${times}, ${trade.chosen}` : times}
            </text>
            {points.map((one, which) => {
              const line = top + NAME + which * LINE;
              return (
                <g key={AT_RATINGS[which]}>
                  <text class="soft" x={place.at(LEFT - 3)} y={line + 13} text-anchor="end">
                    {number(AT_RATINGS[which]!)}
                  </text>
                  <rect
                    class={chosen ? "bar-chosen" : "bar-other"}
                    {...place.bar(MIDDLE - half(one), 2 * half(one))}
                    y={line + (LINE - BAR) / 2 - 2}
                    height={BAR}
                  />
                  <text x={place.at(2 * MIDDLE - LEFT + 2)} y={line + 13}>
                    {`± ${number(one, 1)}`}
                  </text>
                </g>
              );
            })}
            <line
              class="centre"
              x1={place.at(MIDDLE)}
              x2={place.at(MIDDLE)}
              y1={top + NAME - 4}
              y2={top + ROW - BETWEEN}
            />
          </g>
        );
      })}
    </svg>
  );
}
