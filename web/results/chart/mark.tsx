import { type Marked, MarkShape } from "../facts/panel-mark.tsx";
import type { Canvas } from "./canvas.ts";
import type { Place } from "./scale.ts";

interface Props {
  canvas: Canvas;
  of: Marked;
  x: Place;
  y: number;
}

/**
 * The shape of a panel or of a group at a place of a chart. In a page that is in percent, which only an
 * inner drawing can be moved by; some programs cut that off at its edge, so a file moves the shape itself.
 */
export const Mark = ({ canvas, of, x, y }: Props) =>
  canvas.isFile ? (
    <g transform={`translate(${x} ${y})`}>
      <MarkShape of={of} look={canvas.ink} />
    </g>
  ) : (
    <svg x={x} y={y} overflow="visible">
      <MarkShape of={of} />
    </svg>
  );
