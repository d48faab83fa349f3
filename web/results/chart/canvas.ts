import type { Catalogue } from "../../language/catalogue.ts";
import { byAttributes, byClass } from "./ink.ts";
import { placesIn } from "./scale.ts";

export type Anchor = "start" | "middle" | "end";

/** On what a chart is drawn: where things stand on it, and how they look. */
export type Canvas = ReturnType<typeof pageCanvas>;

/** A chart within a page, as wide as there is room. */
export const pageCanvas = (text: Pick<Catalogue, "direction">) => ({
  ...placesIn(text),
  isFile: false,
  /** In pixels, where it is known. */
  width: undefined as number | undefined,
  ink: byClass,
  /** Anchors turn by themselves with the direction of the page. */
  anchor: (anchor: Anchor): Anchor => anchor,
  /** A text as it is put down. */
  said: (words: string): string => words,
});

/**
 * A chart in a file, so many pixels wide. Programs differ in whether they know of a direction, and of what
 * anchors then mean. So a file names none: what is written from right to left is isolated by characters
 * (UAX #9), and anchored at its right end.
 */
export function fileCanvas(text: Pick<Catalogue, "direction">, width: number): Canvas {
  const isMirrored = text.direction === "rtl";
  const turned = { start: "end", middle: "middle", end: "start" } as const;
  return {
    ...placesIn(text, width),
    isFile: true,
    width,
    ink: byAttributes,
    anchor: (anchor) => (isMirrored ? turned[anchor] : anchor),
    said: (words) => (isMirrored ? `\u2067${words}\u2069` : words),
  };
}
