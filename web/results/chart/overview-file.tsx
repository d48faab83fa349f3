import { saidIn, textOf } from "../../language/said.tsx";
import type { ResultsView } from "../facts/view.ts";
import { rankedPanel } from "../facts/ranking.ts";
import { ChartFile, FILE_WIDTH, MARGIN } from "./chart-file.tsx";
import { Dumbbell } from "./dumbbell.tsx";
import { Grid } from "./grid.tsx";
import { Lines, linesOf } from "./lines.tsx";
import { RankStrip } from "./rank-strip.tsx";

/** Height of a row; widths of the titles, of the means and of the ranks; in pixels. */
const [ROW, TITLES, MEANS, RANKS] = [40, 330, 310, 160];
/** How many letters of a title go into one line. */
const LETTERS = 37;

/** All recommendations in one file: title, means, ranks. */
export function OverviewFile({ view }: { view: ResultsView }) {
  const { text, consultation, release } = view;
  const { overview } = text.results;
  const panel = rankedPanel(view);
  const ranked = release.ranked[panel];
  const listed = view.lists.flatMap((list) => list.rows);
  const height = listed.length * ROW + 60;
  const bottom = listed.length * ROW + 10;
  return (
    <ChartFile
      view={view}
      title={textOf(saidIn(view, consultation, consultation.title))}
      caption={overview.short}
      height={height}
    >
      {listed.map((row, index) => {
        const title = `${row.code} ${row.title}`;
        const y = index * ROW + (linesOf(title, LETTERS).length > 1 ? 20 : 28);
        return <Lines key={row.code} text={title} letters={LETTERS} x={0} y={y} step={17} />;
      })}
      <svg x={TITLES} width={MEANS} height={height} overflow="visible">
        <Grid view={view} top={4} bottom={bottom} named />
        {listed.map((row, index) => (
          <Dumbbell key={row.code} row={row} view={view} middle={index * ROW + 24} />
        ))}
      </svg>
      <svg x={FILE_WIDTH - 2 * MARGIN - RANKS} width={RANKS} height={height} overflow="visible">
        {listed.map((row, index) => (
          <RankStrip
            key={row.code}
            panel={panel}
            figures={row.panels[panel]}
            count={ranked}
            middle={index * ROW + 24}
          />
        ))}
        {ranked === 0 ? null : (
          <>
            <text class="soft" y={bottom + 16}>
              1
            </text>
            <text class="soft" x="100%" y={bottom + 16} text-anchor="end">
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
