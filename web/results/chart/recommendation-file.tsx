import { chartCaption } from "./chart-caption.ts";
import type { ResultsView } from "../facts/view.ts";
import type { ResultRow } from "../facts/row.ts";
import { fileCanvas } from "./canvas.ts";
import { CHART_WIDTH, ChartFile } from "./chart-file.tsx";
import { recommendationChart } from "./recommendation-chart.tsx";

interface Props {
  row: ResultRow;
  view: ResultsView;
  /** Under which address people find this installation. */
  origin: string;
}

/** One recommendation's chart as a file. */
export function RecommendationFile({ row, view, origin }: Props) {
  const chart = recommendationChart(row, view, fileCanvas(view.text, CHART_WIDTH));
  return (
    <ChartFile
      view={view}
      rows={[row]}
      origin={origin}
      title={row.said}
      after={row.code}
      caption={chartCaption(row, view)}
      height={chart?.height ?? 0}
    >
      {chart?.content}
    </ChartFile>
  );
}
