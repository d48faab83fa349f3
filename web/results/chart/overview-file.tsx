import { saidIn } from "../../language/said.tsx";
import type { ResultsView } from "../facts/view.ts";
import { rankedPanel } from "../facts/ranking.ts";
import { ChartFile, FILE_WIDTH, MARGIN } from "./chart-file.tsx";
import { Dumbbell } from "./dumbbell.tsx";
import { Grid } from "./grid.tsx";
import { Lines, linesIn } from "./lines.tsx";
import { RankStrip } from "./rank-strip.tsx";
import { placesIn } from "./scale.ts";

/** Height of a row; widths of the titles, of the means and of the ranks; in pixels. */
const [ROW, TITLES, MEANS, RANKS] = [40, 330, 310, 160];
const WIDTH = FILE_WIDTH - 2 * MARGIN;
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
      {listed.map((row, index) => {
        const one = { text: row.said, after: row.code, letters: LETTERS, x: begin(0) };
        const y = index * ROW + (linesIn(row.said, LETTERS, row.code) > 1 ? 20 : 28);
        return <Lines key={row.code} {...one} y={y} step={17} />;
      })}
      <svg x={left(TITLES, MEANS)} width={MEANS} height={height} overflow="visible">
        <Grid view={view} top={4} bottom={bottom} named />
        {listed.map((row, index) => (
          <Dumbbell key={row.code} row={row} view={view} middle={index * ROW + 24} />
        ))}
      </svg>
      <svg x={left(WIDTH - RANKS, RANKS)} width={RANKS} height={height} overflow="visible">
        {listed.map((row, index) => (
          <RankStrip
            key={row.code}
            view={view}
            panel={panel}
            figures={row.panels[panel]}
            count={ranked}
            middle={index * ROW + 24}
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
