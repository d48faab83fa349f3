/**
 * Charts as Vega-Lite specifications, for newsrooms that draw them in their own style: the published figures stand in
 * them, nothing is loaded, and what has to be known of them stands in the title and, for programs, in `usermeta`.
 * Source of the format: https://vega.github.io/vega-lite/docs/spec.html, version 6.
 */
import { type Panel, PANELS } from "../../../domain/ballot/ballot.ts";
import { SCALE } from "../../../domain/ballot/rating.ts";
import type { Release } from "../../../domain/release/schema.ts";
import type { Catalogue } from "../../language/catalogue.ts";
import type { Choices } from "../facts/choices.ts";
import { PALETTE } from "../chart/ink.ts";
import { linesOf } from "../chart/lines.tsx";

/** A specification, or a part of one; that they are valid, tests/web/results/vega.test.ts sees by their schema. */
export type Spec = Record<string, unknown>;

/** Names the version; nobody asks it for anything. */
const SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";
/** How many letters go into a line of the title, below it, and beside a line of a chart. */
const [TITLE, BELOW, LABEL] = [60, 100, 40];
/** Of what most devices have: Kazakh and Arabic letters are in each of them. */
const FONT = "Arial, Noto Sans, DejaVu Sans, sans-serif";

interface Given {
  text: Pick<Catalogue, "language" | "direction">;
  title: string;
  /** What there is to see, and what has to be known, in paragraphs. */
  caption: string;
  below: readonly string[];
  release: Release;
  /** Whether flagged ballots are left out. */
  ballots: Choices["ballots"];
  /** Where all of it can be read, and under what it may be used. */
  source: string;
  licence: string;
  chart: Spec;
}

/** A line as it is put down: from right to left it is isolated, since Vega knows of no direction (as in `chart/canvas.ts`). */
export const lineIn = ({ direction }: Given["text"], words: string): string =>
  direction === "rtl" ? `\u2067${words}\u2069` : words;

/** A chart with all that it has to carry. */
export function specOf({
  text,
  title,
  caption,
  below,
  release,
  ballots,
  source,
  licence,
  chart,
}: Given): Spec {
  const isMirrored = text.direction === "rtl";
  return {
    $schema: SCHEMA,
    description: caption,
    usermeta: {
      consultation: release.consultation,
      release: release.release,
      releasedAt: release.releasedAt,
      final: release.final,
      simulated: release.simulated,
      ballots: release.ballots,
      ...(ballots === "unflagged" && { flaggedBallots: "left-out" }),
      language: text.language,
      licence,
      source,
    },
    background: PALETTE.page,
    padding: 16,
    title: {
      text: linesOf(title, TITLE).map((line) => lineIn(text, line)),
      subtitle: [caption, ...below]
        .flatMap((line) => linesOf(line, BELOW))
        .map((line) => lineIn(text, line)),
      anchor: isMirrored ? "end" : "start",
      color: PALETTE.text,
      subtitleColor: PALETTE.muted,
      fontSize: 20,
      subtitleFontSize: 13,
      offset: 16,
    },
    ...chart,
    config: {
      font: FONT,
      view: { stroke: null },
      axis: {
        labelColor: PALETTE.text,
        labelFontSize: 12,
        titleColor: PALETTE.text,
        titleFontSize: 12,
        gridColor: PALETTE.rule,
      },
      legend: { labelColor: PALETTE.text, labelFontSize: 12, labelLimit: 400, titleLimit: 400 },
    },
  };
}

/** A text beside a line of a chart, in lines that `labelled` parts again. */
export const labelOf = (text: Given["text"], words: string): string =>
  linesOf(words, LABEL)
    .map((line) => lineIn(text, line))
    .join("\n");
/** Of an axis whose labels come of `labelOf`, in no font too wide for it: nothing of them is cut off. */
export const labelled = ({ direction }: Given["text"]): Spec => ({
  title: null,
  labelExpr: "split(datum.label, '\\n')",
  labelLimit: 600,
  ticks: false,
  domain: false,
  orient: direction === "rtl" ? "right" : "left",
});

/** The scale of 1 to 5, which begins where lines begin; its ends are named. */
const meanAxis = (text: Catalogue): Spec => {
  const { common } = text;
  return {
    type: "quantitative",
    scale: { domain: [1, 5], zero: false, nice: false, reverse: text.direction === "rtl" },
    axis: {
      values: [...SCALE],
      format: "d",
      title: lineIn(text, `1 “${common.scale[1]}” – 5 “${common.scale[5]}”`),
    },
  };
};

/** Colours and shapes of the panels that are shown: a circle for the public, a diamond for the experts. */
function panelLook(text: Catalogue, shown: readonly Panel[]): { color: Spec; shape: Spec } {
  const panels = PANELS.filter((panel) => shown.includes(panel));
  const domain = panels.map((panel) => text.common.panels[panel]);
  const field = { field: "panel_label", type: "nominal", title: null };
  const shapes = { public: "circle", expert: "diamond" };
  return {
    color: { ...field, scale: { domain, range: panels.map((panel) => PALETTE[panel]) } },
    shape: { ...field, scale: { domain, range: panels.map((panel) => shapes[panel]) } },
  };
}

/** Intervals as lines and means as marks, from `low`, `high` and `mean`. */
export const meansLayer = (text: Catalogue, shown: readonly Panel[]): Spec[] => {
  const { color, shape } = panelLook(text, shown);
  const axis = meanAxis(text);
  return [
    {
      mark: { type: "rule", strokeWidth: 3 },
      encoding: { x: { field: "low", ...axis }, x2: { field: "high" }, color },
    },
    {
      mark: { type: "point", filled: true, size: 130, opacity: 1 },
      encoding: {
        x: { field: "mean", ...axis },
        color,
        shape,
        tooltip: ["code", "panel_label", "mean", "low", "high", "n"].map((field) => ({ field })),
      },
    },
  ];
};
