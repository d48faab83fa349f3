import { licenceOf } from "../../domain/consultation/licence.ts";
import { isAnswered } from "../../domain/ledger/ledger.ts";
import { LEDGER, pathOf } from "../../domain/paths.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { PALETTE } from "../results/chart/ink.ts";
import { labelled, labelOf, lineIn, type Spec, specOf } from "../results/vega/spec.ts";
import { captionOf, belowOf } from "./carried.ts";
import type { LedgerView, Newest } from "./view.ts";

/** The ledger's picture as a specification: a filled square while a silence lasts, an open circle where it was answered. */
export function ledgerSpec(view: LedgerView, { release }: Newest): Spec {
  const { text, origin, consultation, choices, shown } = view;
  const isMirrored = text.direction === "rtl";
  const values = shown.map((line) => ({
    code: line.code,
    label: labelOf(text, `${line.code} ${textOf(line.said)}`),
    place: line.places[choices.by],
    days: line.silence?.days ?? 0,
    answered: isAnswered(line),
  }));
  const days = {
    type: "quantitative",
    title: lineIn(text, text.ledger.chart.across),
    scale: { reverse: isMirrored },
    axis: { tickMinStep: 1 },
  };
  const by = (answered: unknown, silent: unknown) => ({
    condition: { test: "datum.answered", value: answered },
    value: silent,
  });
  return specOf({
    text,
    title: textOf(saidIn(view, consultation, consultation.title)),
    caption: captionOf(view),
    below: belowOf(view, release),
    release,
    ballots: "all",
    source: origin + pathOf(LEDGER, { id: consultation.id }),
    licence: licenceOf(consultation).name,
    chart: {
      width: 420,
      height: { step: 34 },
      data: { values },
      encoding: { y: { field: "label", type: "nominal", sort: null, axis: labelled(text) } },
      layer: [
        {
          mark: { type: "bar", size: 4, color: PALETTE.border },
          encoding: { x: { field: "days", ...days } },
        },
        {
          mark: { type: "point", size: 130, opacity: 1, stroke: PALETTE.text, strokeWidth: 2 },
          encoding: {
            x: { field: "days", ...days },
            shape: by("circle", "square"),
            fill: by(PALETTE.page, PALETTE.text),
            tooltip: ["code", "place", "days", "answered"].map((field) => ({ field })),
          },
        },
      ],
    },
  });
}
