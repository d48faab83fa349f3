import type { ComponentChildren } from "preact";
import type { Said } from "../../language/said.tsx";
import { linesIn } from "./lines.tsx";
import { type PictureSize, PIXELS } from "./picture-size.ts";

/** How much room there is for a chart; an article's may be as high as it likes. */
export interface Room {
  width: number;
  height: number;
}

/** A chart in its room; of a list that is too long for it, as many as fit. */
export interface Drawn {
  height: number;
  content: ComponentChildren;
  /** Of a list: how many of how many are drawn. */
  listed?: { shown: number; count: number };
}

/** What stands on a sheet. */
export interface OnSheet {
  title: Said;
  /** What stands before the title. */
  after?: string;
  /** Below the title. */
  caption: string;
  /** What has to be known of it, in paragraphs. */
  below: readonly string[];
  /** What is said where not all of a list is drawn. */
  some(shown: number, count: number): string;
  draw(room: Room): Drawn;
  /** The narrowest room in which its words do not stand on one another. */
  least: number;
}

/** Where everything stands, in pixels of the drawing, of which those of the file are a multiple. */
export interface Sheet {
  width: number;
  height: number;
  letters: Letters;
  captionAt: number;
  chartAt: number;
  below: { line: string; y: number }[];
  drawn: Drawn;
}

/** How many letters of the title, of the caption and of what stands below go into one line. */
interface Letters {
  title: number;
  caption: number;
  below: number;
}

/** The margin at both sides, in pixels; how much lower each further line stands. */
export const MARGIN = 30;
export const [TITLE_STEP, STEP] = [28, 20];
/** Pixels of a letter of the title, of the caption and below, in the widest font that a device may have. */
const [OF_TITLE, OF_CAPTION, OF_BELOW] = [15.5, 9.1, 8.2];

/**
 * Widths of a drawing that fills a square or a story, from that with the largest letters. What fits is drawn in the
 * first; a list is cut where letters would be smaller than in `SMALLEST`, unless fewer than `FEWEST` of it were left.
 */
const WIDTHS = [480, 540, 600, 660, 720, 780, 840, 960, 1080, 1320, 1620, 2000];
const SMALLEST = { square: 720, story: 660 };
const FEWEST = 5;

/** Lays a chart out on a sheet of a size. */
export function sheetOf(size: PictureSize, on: OnSheet): Sheet {
  const { width, height } = PIXELS[size];
  if (size === "article" || height === undefined) return laidOut(on, width, undefined);
  const wide = WIDTHS.filter((one) => one - 2 * MARGIN >= on.least);
  const sheets = wide.map((one) => () => laidOut(on, one, (one * height) / width));
  let last: Sheet | undefined;
  for (const [place, make] of sheets.entries()) {
    last = make();
    const { listed, height: high } = last.drawn;
    if (high > roomOf(last)) continue;
    if (listed === undefined || listed.shown === listed.count) return last;
    if (wide[place]! >= SMALLEST[size] && listed.shown >= FEWEST) return last;
  }
  return last!;
}

/** Between what stands above a chart and what stands below it. */
const roomOf = ({ chartAt, height, below }: Sheet): number =>
  (below[0]?.y ?? height) - BEFORE_BELOW - chartAt;

/** From the end of a chart to the first line below it, and from the last one to the edge. */
const [BEFORE_BELOW, AFTER] = [32, 24];

function laidOut(on: OnSheet, width: number, height: number | undefined): Sheet {
  const inner = width - 2 * MARGIN;
  const letters = {
    title: Math.floor(inner / OF_TITLE),
    caption: Math.floor(inner / OF_CAPTION),
    below: Math.floor(inner / OF_BELOW),
  };
  const captionAt = 66 + (linesIn(on.title, letters.title, on.after) - 1) * TITLE_STEP;
  const chartAt = captionAt + 18 + (linesIn(on.caption, letters.caption) - 1) * STEP;
  const lines = (all: readonly string[]) =>
    all.reduce((sum, line) => sum + linesIn(line, letters.below), 0) * STEP;
  const stacked = (all: readonly string[], from: number) => {
    let y = from;
    return all.map((line) => {
      const at = y;
      y += linesIn(line, letters.below) * STEP;
      return { line, y: at };
    });
  };
  if (height === undefined) {
    const drawn = on.draw({ width: inner, height: Infinity });
    const from = chartAt + drawn.height + BEFORE_BELOW;
    const whole = from + lines(on.below) - 4;
    const below = stacked(on.below, from);
    return { width, height: whole, letters, captionAt, chartAt, below, drawn };
  }
  const room = (below: readonly string[]) =>
    height - AFTER + STEP - 4 - lines(below) - BEFORE_BELOW - chartAt;
  let below = on.below;
  let drawn = on.draw({ width: inner, height: room(below) });
  const { listed } = drawn;
  if (listed !== undefined && listed.shown < listed.count) {
    // What says so takes room itself; so it is drawn again beside the longest form of that.
    below = [on.some(listed.count, listed.count), ...on.below];
    drawn = on.draw({ width: inner, height: room(below) });
    below = [on.some(drawn.listed!.shown, listed.count), ...on.below];
  }
  const from = height - AFTER + STEP - 4 - lines(below);
  const spare = Math.max(0, room(below) - drawn.height);
  return {
    width,
    height,
    letters,
    captionAt,
    chartAt: chartAt + Math.floor(spare / 2),
    below: stacked(below, from),
    drawn,
  };
}
