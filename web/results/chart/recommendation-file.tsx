import { chartCaption } from "./chart-caption.ts";
import type { ResultsView } from "../facts/view.ts";
import type { ResultRow } from "../facts/row.ts";
import { ChartFile } from "./chart-file.tsx";
import { recommendationChart } from "./recommendation-chart.tsx";

/** One recommendation's chart as a file. */
export function RecommendationFile({ row, view }: { row: ResultRow; view: ResultsView }) {
  const chart = recommendationChart(row, view);
  return (
    <ChartFile
      view={view}
      title={row.said}
      after={row.code}
      caption={chartCaption(row, view)}
      height={chart?.height ?? 0}
    >
      {chart?.content}
    </ChartFile>
  );
}
