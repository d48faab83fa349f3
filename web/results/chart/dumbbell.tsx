import { PANELS } from "../../../domain/ballot/ballot.ts";
import { formatMean } from "../facts/format.ts";
import type { ResultsView } from "../facts/view.ts";
import type { ResultRow } from "../facts/row.ts";
import { type Canvas, pageCanvas } from "./canvas.ts";
import { Mark } from "./mark.tsx";
import { along } from "./scale.ts";
import { Words } from "./words.tsx";

/** Width in pixels of the narrowest chart, and of a letter of the widest font. */
const [NARROWEST, LETTER] = [270, 9];

interface Props {
  row: ResultRow;
  view: ResultsView;
  /** A page, unless it says otherwise. */
  canvas?: Canvas;
  /** Where the line of marks stands, in pixels from the top. */
  middle: number;
  /** Whether intervals and values are drawn too; without them it fits into a line of a list. */
  detailed?: boolean;
}

/**
 * The means of public and experts on the scale, joined by a line: a strong one where they differ by
 * more than chance. The public's interval and value stand above the line, the experts' below.
 */
export function Dumbbell({
  row,
  view,
  canvas = pageCanvas(view.text),
  middle,
  detailed = false,
}: Props) {
  const { panels, gap, segment } = row;
  const [low, high] = [panels.public.mean, panels.expert.mean];
  return (
    <g>
      {low === null || high === null ? null : (
        <line
          {...canvas.ink(gap?.differs === true ? "joined-differs" : "joined")}
          x1={canvas.mean(low)}
          x2={canvas.mean(high)}
          y1={middle}
          y2={middle}
        />
      )}
      {segment === undefined || segment.mean === null ? null : (
        <Mark canvas={canvas} of="segment" x={canvas.mean(segment.mean)} y={middle} />
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
            {detailed && interval !== null && interval[0] < interval[1] ? (
              <line
                {...canvas.ink(`whisker-${panel}`)}
                x1={canvas.mean(interval[0])}
                x2={canvas.mean(interval[1])}
                y1={middle + aside}
                y2={middle + aside}
              />
            ) : null}
            <Mark canvas={canvas} of={panel} x={canvas.mean(mean)} y={middle} />
            {detailed ? (
              <Words
                canvas={canvas}
                x={canvas.mean(mean)}
                y={middle + (panel === "public" ? -21 : 33)}
                anchor={anchorAt(mean, `${name} ${value}`)}
                says={[`${name} `, value]}
              />
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
