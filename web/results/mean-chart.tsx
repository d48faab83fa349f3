import type { Panel } from "../../domain/ballot.ts";
import type { Figures } from "../../domain/release/schema.ts";
import { SCALE } from "../../domain/rating.ts";
import { fill, plural } from "../language/text.ts";
import { formatMean } from "./format.ts";
import { PanelShape } from "./panel-mark.tsx";
import type { ResultRow, ResultsView } from "./view.ts";

/** Height of one panel's row and of the axis, in pixels. */
const [ROW, AXIS] = [50, 40];

// Across in percent, down in pixels: the chart takes any width, and its text keeps its size.
const across = (value: number): string => `${(4 + ((value - 1) / 4) * 92).toFixed(2)}%`;

/** The means of one recommendation on the scale, with their intervals; the public above the experts. */
export function MeanChart({ row, view }: { row: ResultRow; view: ResultsView }) {
  const { scale } = view.text.common;
  const drawn = view.shown.filter((panel) => row.panels[panel].mean !== null);
  const bottom = drawn.length * ROW;
  return (
    <svg
      class="mean-chart"
      width="100%"
      height={bottom + AXIS}
      role="img"
      aria-label={drawn.map((panel) => sentence(view, panel, row.panels[panel])).join(" ")}
    >
      {SCALE.map((point) => (
        <g key={point}>
          <line class="grid" x1={across(point)} x2={across(point)} y1="22" y2={bottom + 4} />
          <text x={across(point)} y={bottom + 19} text-anchor="middle">
            {point}
          </text>
        </g>
      ))}
      <text class="soft" y={bottom + 36}>
        {scale[1]}
      </text>
      <text class="soft" x="100%" y={bottom + 36} text-anchor="end">
        {scale[5]}
      </text>
      {drawn.map((panel, index) => (
        <MeanRow
          key={panel}
          panel={panel}
          figures={row.panels[panel]}
          top={index * ROW}
          view={view}
        />
      ))}
    </svg>
  );
}

interface RowProps {
  panel: Panel;
  figures: Figures;
  top: number;
  view: ResultsView;
}

function MeanRow({ panel, figures, top, view }: RowProps) {
  const { language, text } = view;
  const { mean, rated } = figures;
  if (mean === null) return null;
  const [low, high] = figures.interval ?? [mean, mean];
  // The value stands outside the interval, on the side that has more room.
  const right = 5 - high >= low - 1;
  const middle = top + 34;
  return (
    <g>
      <text y={top + 15}>
        <tspan class="row-name">{text.common.panels[panel]}</tspan>
        {rated === null ? "" : ` · ${plural(language, text.results.ratings, rated)}`}
      </text>
      <line
        class={`whisker whisker-${panel}`}
        x1={across(low)}
        x2={across(high)}
        y1={middle}
        y2={middle}
      />
      <svg x={across(mean)} y={middle} overflow="visible">
        <PanelShape panel={panel} />
      </svg>
      <text
        class="value"
        x={across(right ? Math.max(high, mean) : Math.min(low, mean))}
        dx={right ? 14 : -14}
        y={middle + 5}
        text-anchor={right ? "start" : "end"}
      >
        {formatMean(language, figures, mean)}
      </text>
    </g>
  );
}

function sentence({ language, text }: ResultsView, panel: Panel, figures: Figures): string {
  const number = (value: number | undefined) =>
    value === undefined ? "" : formatMean(language, figures, value);
  return fill(text.results.chart.label, {
    panel: text.common.panels[panel],
    mean: number(figures.mean ?? undefined),
    low: number(figures.interval?.[0]),
    high: number(figures.interval?.[1]),
    ratings: plural(language, text.results.ratings, figures.rated ?? 0),
  });
}
