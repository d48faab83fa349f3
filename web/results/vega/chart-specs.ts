import { licenceOf } from "../../../domain/consultation/licence.ts";
import { type Panel, PANELS } from "../../../domain/ballot/ballot.ts";
import { pathOf, RECOMMENDATION } from "../../../domain/paths.ts";
import { saidIn, textOf } from "../../language/said.tsx";
import { fill } from "../../text.ts";
import { chartCaption } from "../chart/chart-caption.ts";
import { PALETTE } from "../chart/ink.ts";
import { linesBelow, shownAt } from "../chart/source.ts";
import { partsOf } from "../chart/spread-bar.tsx";
import { nothingWords } from "../facts/panel-facts.ts";
import type { ResultRow } from "../facts/row.ts";
import type { ResultsView } from "../facts/view.ts";
import { labelled, labelOf, lineIn, meansLayer, type Spec, specOf } from "./spec.ts";

/** All recommendations, in the order that was chosen. */
export function overviewSpec(view: ResultsView, origin: string): Spec {
  const { text, consultation, release } = view;
  const rows = view.lists.flatMap((list) => list.rows);
  const values = rows.flatMap((row) => meansOf(view, row));
  return specOf({
    text,
    title: textOf(saidIn(view, consultation, consultation.title)),
    caption: text.share.chart.meansRange,
    below: belowOf(view, rows, origin),
    release,
    ballots: view.choices.ballots,
    source: origin + shownAt(view),
    licence: licenceOf(consultation).name,
    chart: {
      width: 420,
      height: { step: 22 },
      data: { values },
      encoding: {
        y: { field: "label", type: "nominal", sort: null, axis: labelled(text) },
        yOffset: { field: "panel", type: "nominal", sort: [...PANELS] },
      },
      layer: meansLayer(text, view.shown),
    },
  });
}

/** One recommendation: its means, and below them how its ratings spread. */
export function recommendationSpec(view: ResultsView, row: ResultRow, origin: string): Spec {
  const { text, consultation, release } = view;
  const means = meansOf(view, row);
  const shown = PANELS.filter((panel) => row.panels[panel].mean !== null);
  const spread = spreadOf(view, row);
  return specOf({
    text,
    title: `${row.code} ${textOf(row.said)}`,
    caption: chartCaption(row, view),
    below: belowOf(view, [row], origin),
    release,
    ballots: view.choices.ballots,
    source: origin + pathOf(RECOMMENDATION, { id: consultation.id, code: row.code }),
    licence: licenceOf(consultation).name,
    chart: {
      vconcat: [
        {
          width: 420,
          height: { step: 40 },
          data: { values: means },
          encoding: {
            y: { field: "panel_label", type: "nominal", sort: null, axis: labelled(text) },
          },
          layer: meansLayer(text, shown),
        },
        ...(spread === undefined ? [] : [spread]),
      ],
      resolve: { scale: { color: "independent", shape: "independent" } },
    },
  });
}

/** The mean of each panel that is told, with its interval and how many rated; a hidden one is left out. */
const meansOf = ({ text }: ResultsView, row: ResultRow): Spec[] =>
  PANELS.flatMap((panel) => {
    const { mean, interval, rated, rank, rankRange } = row.panels[panel];
    if (mean === null) return [];
    return [
      {
        code: row.code,
        label: labelOf(text, `${row.code} ${textOf(row.said)}`),
        panel,
        panel_label: text.common.panels[panel],
        mean,
        low: interval?.[0] ?? mean,
        high: interval?.[1] ?? mean,
        n: rated,
        rank,
        rank_from: rankRange?.[0] ?? null,
        rank_to: rankRange?.[1] ?? null,
      },
    ];
  });

/** How the ratings of each panel spread, as parts of one bar; `undefined` where nothing of that is told. */
function spreadOf(view: ResultsView, row: ResultRow): Spec | undefined {
  const { text } = view;
  const parts = PANELS.flatMap((panel) =>
    (partsOf(row.panels[panel], view) ?? []).map(({ fill: point, name, count }) => ({
      panel,
      panel_label: text.common.panels[panel],
      point,
      part: lineIn(text, name),
      count,
    })),
  );
  if (parts.length === 0) return undefined;
  const named = new Map(
    parts.toSorted((a, b) => a.point - b.point).map(({ part, point }) => [part, point]),
  );
  return {
    width: 420,
    height: { step: 40 },
    data: { values: parts },
    mark: { type: "bar", stroke: PALETTE.border },
    encoding: {
      y: { field: "panel_label", type: "nominal", sort: null, axis: labelled(text) },
      x: {
        field: "count",
        type: "quantitative",
        stack: "normalize",
        title: lineIn(text, text.share.chart.answers),
        scale: { reverse: text.direction === "rtl" },
        axis: { format: ".0%" },
      },
      color: {
        field: "part",
        type: "nominal",
        title: null,
        scale: {
          domain: [...named.keys()],
          range: [...named.values()].map((point) => PALETTE.points[point - 1]),
        },
      },
      order: { field: "point" },
      tooltip: ["panel_label", "part", "count"].map((field) => ({ field })),
    },
  };
}

/** What has to be known, and what is not drawn because it is not told. */
function belowOf(view: ResultsView, rows: readonly ResultRow[], origin: string): string[] {
  const { text } = view;
  const isNothing = (panel: Panel) => !view.shown.includes(panel);
  const untold = PANELS.filter((panel) => !isNothing(panel)).flatMap((panel) =>
    rows
      .filter((row) => row.panels[panel].mean === null)
      .map(({ code }) => `${code} (${text.common.panels[panel]})`),
  );
  return [
    ...PANELS.filter(isNothing).map((panel) => nothingWords(view, panel)),
    ...(untold.length === 0
      ? []
      : [
          fill(text.share.chart.hidden, {
            codes: new Intl.ListFormat(view.language).format(untold),
          }),
        ]),
    // No group is drawn here, whichever was chosen on the page.
    ...linesBelow({ ...view, choices: { ...view.choices, segment: undefined } }, rows, origin),
  ];
}
