import { PANELS } from "../../../domain/ballot/ballot.ts";
import { formatMean } from "../facts/format.ts";
import { PanelShape, SegmentShape } from "../facts/panel-mark.tsx";
import type { ResultsView } from "../facts/view.ts";
import type { ResultRow } from "../facts/row.ts";
import { along, placesIn } from "./scale.ts";

/** Width in pixels of the narrowest chart, and of a letter of the widest font. */
const [NARROWEST, LETTER] = [270, 9];

interface Props {
  row: ResultRow;
  view: ResultsView;
  /** Where the line of marks stands, in pixels from the top. */
  middle: number;
  /** Whether intervals and values are drawn too; without them it fits into a line of a list. */
  detailed?: boolean;
}

/**
 * The means of public and experts on the scale, joined by a line: a strong one where they differ by
 * more than chance. The public's interval and value stand above the line, the experts' below.
 */
export function Dumbbell({ row, view, middle, detailed = false }: Props) {
  const { panels, gap, segment } = row;
  const place = placesIn(view.text);
  const [low, high] = [panels.public.mean, panels.expert.mean];
  return (
    <g>
      {low === null || high === null ? null : (
        <line
          class={gap?.differs === true ? "joined joined-differs" : "joined"}
          x1={place.mean(low)}
          x2={place.mean(high)}
          y1={middle}
          y2={middle}
        />
      )}
      {segment === undefined || segment.mean === null ? null : (
        <svg x={place.mean(segment.mean)} y={middle} overflow="visible">
          <SegmentShape />
        </svg>
      )}
      {PANELS.map((panel) => {
        const { mean, interval } = panels[panel];
        if (mean === null) return null;
        const aside = panel === "public" ? -13 : 13;
        const [name, value] = [
          view.text.common.panels[panel],
          formatMean(view, panels[panel], mean),
        ];
        return (
          <g key={panel}>
            {detailed && interval !== null ? (
              <line
                class={`whisker whisker-${panel}`}
                x1={place.mean(interval[0])}
                x2={place.mean(interval[1])}
                y1={middle + aside}
                y2={middle + aside}
              />
            ) : null}
            <svg x={place.mean(mean)} y={middle} overflow="visible">
              <PanelShape panel={panel} />
            </svg>
            {detailed ? (
              <text
                x={place.mean(mean)}
                y={middle + (panel === "public" ? -21 : 33)}
                text-anchor={anchorAt(mean, `${name} ${value}`)}
              >
                {`${name} `}
                <tspan class="value">{value}</tspan>
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  );
}

/** Near an edge a label is drawn towards the middle, so that it is not cut off, however long it is. */
const anchorAt = (mean: number, label: string): "start" | "middle" | "end" => {
  const half = (label.length * LETTER) / 2 / NARROWEST;
  const place = along(mean) / 100;
  if (place < half) return "start";
  return place > 1 - half ? "end" : "middle";
};
