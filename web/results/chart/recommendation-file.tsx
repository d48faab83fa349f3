import { chartCaption } from "./chart-caption.ts";
import type { ResultsView } from "../facts/view.ts";
import type { ResultRow } from "../facts/row.ts";
import { fileCanvas } from "./canvas.ts";
import { ChartFile } from "./chart-file.tsx";
import type { PictureSize } from "./picture-size.ts";
import { recommendationChart } from "./recommendation-chart.tsx";

/** As on the narrowest page. */
const LEAST = 400;

interface Props {
  row: ResultRow;
  view: ResultsView;
  /** Under which address people find this installation. */
  origin: string;
  size?: PictureSize | undefined;
}

/** One recommendation's chart as a file. */
export const RecommendationFile = ({ row, view, origin, size }: Props) => (
  <ChartFile
    view={view}
    rows={[row]}
    origin={origin}
    size={size}
    title={row.said}
    after={row.code}
    caption={chartCaption(row, view)}
    least={LEAST}
    draw={({ width }) => {
      const chart = recommendationChart(row, view, fileCanvas(view.text, width));
      return { height: chart?.height ?? 0, content: chart?.content };
    }}
  />
);
