import type { SVGAttributes } from "preact";

/** Everything that charts are drawn with, by the name under which style/results/chart.css knows it. */
export type Ink = keyof typeof INKS;

const [TEXT, MUTED, RULE, BORDER, PAGE] = ["#1a1f22", "#55606a", "#d3d9dc", "#79848b", "#fff"];
const [PUBLIC, EXPERT] = ["#3b4cb8", "#b3520b"];
/** Of the five points, from the lowest to the highest. */
const POINTS = ["#e2eeee", "#b3d3d5", "#79b0b5", "#34757f", "#0f424d"] as const;

/** The same colours for those who draw our figures elsewhere. */
export const PALETTE = {
  text: TEXT,
  muted: MUTED,
  rule: RULE,
  border: BORDER,
  page: PAGE,
  public: PUBLIC,
  expert: EXPERT,
  points: POINTS,
} as const;

const bar = (fill: string) => ({ fill, stroke: BORDER, "stroke-width": 1 });
const range = (stroke: string) => ({ stroke, "stroke-width": 9, "stroke-opacity": 0.35 });

/** What the stylesheet says in light, as attributes. */
const INKS = {
  words: { fill: TEXT },
  title: { fill: TEXT, "font-size": 22, "font-weight": 700 },
  soft: { fill: MUTED, "font-size": 13 },
  value: { "font-weight": 700 },
  "on-1": { fill: TEXT },
  "on-2": { fill: TEXT },
  "on-3": { fill: TEXT },
  "on-4": { fill: PAGE },
  "on-5": { fill: PAGE },
  grid: { stroke: RULE, "stroke-width": 1 },
  centre: { stroke: TEXT, "stroke-width": 1 },
  joined: { stroke: BORDER, "stroke-width": 2, "stroke-dasharray": "3 4" },
  "joined-differs": { stroke: TEXT, "stroke-width": 4 },
  "whisker-public": { stroke: PUBLIC, "stroke-width": 3 },
  "whisker-expert": { stroke: EXPERT, "stroke-width": 3 },
  "range-public": range(PUBLIC),
  "range-expert": range(EXPERT),
  "rank-mark": { fill: TEXT },
  "mark-public": { fill: PUBLIC },
  "mark-expert": { fill: EXPERT },
  "mark-segment": { fill: PAGE, stroke: TEXT, "stroke-width": 2.5 },
  silence: { stroke: BORDER, "stroke-width": 4 },
  "mark-silent": { fill: TEXT },
  "mark-answered": { fill: PAGE, stroke: TEXT, "stroke-width": 2.5 },
  "fill-1": bar(POINTS[0]),
  "fill-2": bar(POINTS[1]),
  "fill-3": bar(POINTS[2]),
  "fill-4": bar(POINTS[3]),
  "fill-5": bar(POINTS[4]),
} satisfies Record<string, SVGAttributes>;

type Attributes = Pick<
  SVGAttributes,
  | "class"
  | "fill"
  | "stroke"
  | "stroke-width"
  | "stroke-opacity"
  | "stroke-dasharray"
  | "font-size"
  | "font-weight"
>;

/** By class: colours are the page's, in light and dark. What comes in several kinds has the class of all of them. */
export const byClass = (name: Ink): Attributes =>
  name === "words"
    ? {}
    : { class: name.replace(/^(whisker|range|joined)-.*/, (whole, kind) => `${kind} ${whole}`) };

/** By attributes alone: programs that open a file differ in what they know of style sheets. */
export const byAttributes = (name: Ink): Attributes => INKS[name];
