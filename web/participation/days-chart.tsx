import { PANELS } from "../../domain/ballot/ballot.ts";
import type { Language } from "../../domain/language.ts";
import { type DayOfRelease, largestCount } from "../../domain/participation/history.ts";
import { useReader } from "../language/reader.ts";
import { fill, formatNumber } from "../text.ts";
import { placesIn } from "../results/chart/scale.ts";
import { shownOr } from "./shown-or.ts";

/** Heights in pixels: above the bars for their numbers, of the highest bar, and of the line below. */
const [TOP, HIGHEST, BELOW] = [22, 140, 26];

/** With fewer days than this, their bars are no wider. */
const FEWEST = 4;

/** A number is drawn above its bar only where there is room: up to so many days. */
const MOST_NUMBERED = FEWEST;

/** How many took part by each day's last release: two bars a day, of the same scale. */
export function DaysChart({ days }: { days: readonly DayOfRelease[] }) {
  const { language, text } = useReader();
  const place = placesIn(text);
  const largest = Math.max(1, largestCount(days));
  const [width, bottom] = [100 / Math.max(FEWEST, days.length), TOP + HIGHEST];
  const last = days.at(-1)!;
  const label = fill(text.participation.chart, {
    days: formatNumber(language, days.length),
    public: shownOr(language, text, last.ballots.public),
    expert: shownOr(language, text, last.ballots.expert),
  });
  return (
    <svg class="chart" width="100%" height={bottom + BELOW} role="img" aria-label={label}>
      {days.map(({ day, ballots }, index) => (
        <g key={day}>
          {PANELS.map((panel, which) => {
            const count = ballots[panel];
            if (count === null) return null;
            const height = (count / largest) * HIGHEST;
            const begin = width * (index + 0.15 + 0.36 * which);
            return (
              <g key={panel}>
                <rect
                  class={`bar-${panel}`}
                  {...place.bar(begin, width * 0.34)}
                  y={(bottom - height).toFixed(1)}
                  height={height.toFixed(1)}
                />
                {days.length <= MOST_NUMBERED ? (
                  <text
                    // From the line between the two bars to its own side, so that neither is on the other.
                    x={place.at(which === 0 ? begin + width * 0.34 : begin)}
                    y={(bottom - height - 6).toFixed(1)}
                    text-anchor={which === 0 ? "end" : "start"}
                  >
                    {formatNumber(language, count)}
                  </text>
                ) : null}
              </g>
            );
          })}
        </g>
      ))}
      <line class="centre" x1="0" x2="100%" y1={bottom} y2={bottom} />
      <text class="soft" x={place.at(0)} y={bottom + 18}>
        {shortDay(language, days[0]!.day)}
      </text>
      {days.length < FEWEST ? null : (
        <text class="soft" x={place.at(100)} y={bottom + 18} text-anchor="end">
          {shortDay(language, last.day)}
        </text>
      )}
    </svg>
  );
}

/** Day and month in figures: the table beside has the whole. */
const shortDay = (language: Language, day: string): string =>
  `${formatNumber(language, Number(day.slice(8)))}.${day.slice(5, 7)}`;
