import { saidIn } from "../../language/said.tsx";
import type { ResultsView } from "../facts/view.ts";
import { rankedPanel } from "../facts/ranking.ts";
import { type Canvas, fileCanvas } from "./canvas.ts";
import { CHART_WIDTH, ChartFile } from "./chart-file.tsx";
import { Dumbbell } from "./dumbbell.tsx";
import { Grid } from "./grid.tsx";
import { Lines, linesIn } from "./lines.tsx";
import { RankStrip } from "./rank-strip.tsx";
import { Words } from "./words.tsx";

/** Least height of a row; widths of the titles, of the means and of the ranks; in pixels. */
const [ROW, TITLES, MEANS, RANKS] = [40, 330, 310, 160];
/** How many letters of a title go into one line, and how much lower the next line stands. */
const [LETTERS, STEP] = [37, 17];

/** All recommendations in one file: title, means, ranks. */
export function OverviewFile({ view, origin }: { view: ResultsView; origin: string }) {
  const { text, consultation, release } = view;
  const { overview } = text.results;
  const panel = rankedPanel(view);
  const ranked = release.ranked[panel];
  const { listed, end } = placed(view);
  const [height, bottom] = [end + 60, end + 10];
  const [titles, means, ranks] = [CHART_WIDTH, MEANS, RANKS].map((width) =>
    fileCanvas(text, width),
  ) as [Canvas, Canvas, Canvas];
  const isMirrored = text.direction === "rtl";
  /** Moves a drawing that is so wide to where it begins, seen from where lines begin. */
  const moved = (from: number, width: number) =>
    `translate(${isMirrored ? CHART_WIDTH - from - width : from} 0)`;
  return (
    <ChartFile
      view={view}
      rows={view.rows}
      origin={origin}
      title={saidIn(view, consultation, consultation.title)}
      caption={overview.short}
      height={height}
    >
      {listed.map(({ row: { code, said }, first }) => (
        <Lines
          key={code}
          canvas={titles}
          text={said}
          after={code}
          letters={LETTERS}
          x={titles.at(0)}
          y={first}
          step={STEP}
        />
      ))}
      <g transform={moved(TITLES, MEANS)}>
        <Grid view={view} canvas={means} top={4} bottom={bottom} named />
        {listed.map(({ row, middle }) => (
          <Dumbbell key={row.code} row={row} view={view} canvas={means} middle={middle} />
        ))}
      </g>
      <g transform={moved(CHART_WIDTH - RANKS, RANKS)}>
        {listed.map(({ row, middle }) => (
          <RankStrip
            key={row.code}
            view={view}
            canvas={ranks}
            panel={panel}
            figures={row.panels[panel]}
            count={ranked}
            middle={middle}
          />
        ))}
        {ranked === 0 ? null : (
          <>
            <Words canvas={ranks} ink="soft" x={ranks.at(0)} y={bottom + 16} says="1" />
            <Words
              canvas={ranks}
              ink="soft"
              x={ranks.at(100)}
              y={bottom + 16}
              anchor="end"
              says={String(ranked)}
            />
            <Words
              canvas={ranks}
              ink="soft"
              x={ranks.at(50)}
              y={bottom + 33}
              anchor="middle"
              says={overview.ranks[panel]}
            />
          </>
        )}
      </g>
    </ChartFile>
  );
}

/** The rows below one another, each as high as its title needs: where its drawings and its first line stand. */
function placed(view: ResultsView) {
  let end = 0;
  const listed = view.lists
    .flatMap((list) => list.rows)
    .map((row) => {
      const lines = linesIn(row.said, LETTERS, row.code);
      const height = Math.max(ROW, lines * STEP + 8);
      const middle = end + height / 2 + 4;
      end += height;
      return { row, middle, first: middle + 4 - ((lines - 1) * STEP) / 2 };
    });
  return { listed, end };
}
