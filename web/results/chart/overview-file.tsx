import { saidIn } from "../../language/said.tsx";
import type { ResultsView } from "../facts/view.ts";
import { rankedPanel } from "../facts/ranking.ts";
import { ChartFile, FILE_WIDTH, MARGIN } from "./chart-file.tsx";
import { Dumbbell } from "./dumbbell.tsx";
import { Grid } from "./grid.tsx";
import { Lines, linesIn } from "./lines.tsx";
import { RankStrip } from "./rank-strip.tsx";
import { placesIn } from "./scale.ts";

/** Least height of a row; widths of the titles, of the means and of the ranks; in pixels. */
const [ROW, TITLES, MEANS, RANKS] = [40, 330, 310, 160];
const WIDTH = FILE_WIDTH - 2 * MARGIN;
/** How many letters of a title go into one line, and how much lower the next line stands. */
const [LETTERS, STEP] = [37, 17];

/** All recommendations in one file: title, means, ranks. */
export function OverviewFile({ view }: { view: ResultsView }) {
  const { text, consultation, release } = view;
  const { overview } = text.results;
  const panel = rankedPanel(view);
  const ranked = release.ranked[panel];
  const { listed, end } = placed(view);
  const [height, bottom] = [end + 60, end + 10];
  const place = placesIn(text);
  const isMirrored = text.direction === "rtl";
  /** Where a line begins, and the left edge of what is so wide; both from where lines begin. */
  const begin = (from: number) => (isMirrored ? WIDTH - from : from);
  const left = (from: number, width: number) => (isMirrored ? WIDTH - from - width : from);
  return (
    <ChartFile
      view={view}
      title={saidIn(view, consultation, consultation.title)}
      caption={overview.short}
      height={height}
    >
      {listed.map(({ row: { code, said }, first }) => (
        <Lines
          key={code}
          text={said}
          after={code}
          letters={LETTERS}
          x={begin(0)}
          y={first}
          step={STEP}
        />
      ))}
      <svg x={left(TITLES, MEANS)} width={MEANS} height={height} overflow="visible">
        <Grid view={view} top={4} bottom={bottom} named />
        {listed.map(({ row, middle }) => (
          <Dumbbell key={row.code} row={row} view={view} middle={middle} />
        ))}
      </svg>
      <svg x={left(WIDTH - RANKS, RANKS)} width={RANKS} height={height} overflow="visible">
        {listed.map(({ row, middle }) => (
          <RankStrip
            key={row.code}
            view={view}
            panel={panel}
            figures={row.panels[panel]}
            count={ranked}
            middle={middle}
          />
        ))}
        {ranked === 0 ? null : (
          <>
            <text class="soft" x={place.at(0)} y={bottom + 16}>
              1
            </text>
            <text class="soft" x={place.at(100)} y={bottom + 16} text-anchor="end">
              {ranked}
            </text>
            <text class="soft" x="50%" y={bottom + 33} text-anchor="middle">
              {overview.ranks[panel]}
            </text>
          </>
        )}
      </svg>
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
