// In a page across in percent, down in pixels: a chart takes any width, and its text keeps its size.
import type { Catalogue } from "../../language/catalogue.ts";

/** How far a mean of 1..5 stands from the beginning of the scale. */
export const along = (value: number): number => 4 + ((value - 1) / 4) * 92;

/** A place across: in percent of the chart, or in pixels. */
export type Place = string | number;

/**
 * Where things stand in a chart; in pixels where its width is given. Its beginning is where the lines of the reader begin: on the left, and
 * in languages that are written from right to left on the right, as on the form and on paper. The
 * anchors of texts turn by themselves with the direction of the text.
 */
export function placesIn({ direction }: Pick<Catalogue, "direction">, width?: number) {
  const isMirrored = direction === "rtl";
  const percent = (share: number): Place =>
    width === undefined ? `${rounded(share)}%` : rounded((share * width) / 100);
  /** A place so many percent from the beginning. */
  const at = (share: number): Place => percent(isMirrored ? 100 - share : share);
  return {
    at,
    /** A mean of 1..5. */
    mean: (value: number): Place => at(along(value)),
    /** A rank of 1..`count`, the first at the beginning. */
    rank: (rank: number, count: number): Place =>
      at(count < 2 ? 50 : 3 + ((rank - 1) / (count - 1)) * 94),
    /** A bar that begins there and is so wide. */
    bar: (from: number, width: number) => ({
      x: percent(isMirrored ? 100 - from - width : from),
      width: percent(width),
    }),
  };
}

const rounded = (value: number): number => Number(value.toFixed(2));
